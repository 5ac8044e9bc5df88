package org.gridward.grid.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** A row of the table area_boundary: one shape an area has had, from when until when. */
@Entity
@Table(name = "area_boundary")
public class StoredBoundary {

  /** Vertices nearer than this are the same, in degrees: a tenth of a millimetre. */
  private static final double SAME_DEGREES = 1e-9;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "area_boundary_seq")
  @SequenceGenerator(
      name = "area_boundary_seq",
      sequenceName = "area_boundary_seq",
      allocationSize = 50)
  private @Nullable Long id;

  @Column(nullable = false)
  private long areaId;

  @Column(nullable = false)
  private boolean cell;

  @Column(nullable = false, columnDefinition = "geometry(MultiPolygon,4326)")
  private MultiPolygon boundary;

  @Column(nullable = false)
  private Instant validFrom;

  private @Nullable Instant validUntil;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  protected StoredBoundary() {}

  StoredBoundary(long areaId, boolean cell, MultiPolygon boundary, Instant validFrom) {
    this.areaId = areaId;
    this.cell = cell;
    this.boundary = boundary;
    this.validFrom = validFrom;
  }

  /** Ends just before {@code at}. */
  void closeAt(Instant at) {
    if (!at.isAfter(validFrom)) {
      throw new IllegalArgumentException("boundary from " + validFrom + " cannot end at " + at);
    }
    this.validUntil = at;
  }

  /** The same polygons, whatever their order and wherever their rings start. */
  boolean hasShape(MultiPolygon other) {
    return boundary.norm().equalsExact(other.norm(), SAME_DEGREES);
  }

  long areaId() {
    return areaId;
  }

  Instant validFrom() {
    return validFrom;
  }
}
