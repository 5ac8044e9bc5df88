package org.gridward.gis.geometry;

import java.util.Locale;
import org.gridward.gis.geometry.BoundaryCheck.Accepted;
import org.gridward.gis.geometry.BoundaryCheck.Refused;
import org.gridward.gis.geometry.BoundaryCheck.Repaired;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Checks a geometry for use as the boundary of an area, and repairs it where that is safe: the area
 * stays what it was up to {@link #MOST_CHANGE}. A bow tie, whose two halves cancel out, is not such
 * a case: which half was meant, only its author knows.
 */
public final class BoundaryRepair {
  /** The part of the area that a repair may add or take, 0.1 %. */
  public static final double MOST_CHANGE = 0.001;

  private static final double METRES_PER_DEGREE = 111_320;

  private BoundaryRepair() {}

  /**
   * Checks one geometry.
   *
   * @param geometry EPSG:4326, longitude first; null counts as empty
   */
  public static BoundaryCheck check(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return new Refused("empty-geometry", "there is no geometry");
    }
    if (!(geometry instanceof Polygon) && !(geometry instanceof MultiPolygon)) {
      return new Refused(
          "not-polygonal",
          "a boundary must be a Polygon or MultiPolygon, this is a " + geometry.getGeometryType());
    }
    Coordinate outside = firstOutside(geometry);
    if (outside != null) {
      return outOfRange(outside);
    }
    return isAcross(geometry) ? across() : checkRings(geometry);
  }

  /** One polygon on both sides of 180° seems to go round the rest of the globe. */
  private static boolean isAcross(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getEnvelopeInternal().getWidth() > 180) {
        return true;
      }
    }
    return false;
  }

  private static Refused across() {
    return new Refused(
        "across-180",
        "a polygon reaches over more than half the globe; where it lies across 180°, cut it there"
            + " into two parts");
  }

  private static @Nullable Coordinate firstOutside(Geometry geometry) {
    Envelope world = new Envelope(-180, 180, -90, 90);
    for (Coordinate point : geometry.getCoordinates()) {
      // a comparison with NaN is false
      if (!world.contains(point)) {
        return point;
      }
    }
    return null;
  }

  private static Refused outOfRange(Coordinate point) {
    return new Refused(
        "out-of-range",
        "(%s, %s) is not a longitude and latitude; is the CRS right?"
            .formatted(point.getX(), point.getY()));
  }

  private static BoundaryCheck checkRings(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    return error == null ? new Accepted(multi(geometry)) : repair(geometry, error);
  }

  private static BoundaryCheck repair(Geometry geometry, TopologyValidationError error) {
    String found = describe(error);
    Geometry fixed = GeometryFixer.fix(geometry);
    if (fixed.isEmpty() || !(fixed instanceof Polygon || fixed instanceof MultiPolygon)) {
      return new Refused(code(error), found + "; nothing of an area is left when it is repaired");
    }
    double change = Math.abs(fixed.getArea() - geometry.getArea()) / fixed.getArea();
    String by = describe(change, fixed);
    return change <= MOST_CHANGE
        ? new Repaired(found + "; repaired, the area changes by " + by, multi(fixed))
        : new Refused(code(error), found + "; a repair would change the area by " + by);
  }

  private static String code(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION,
          TopologyValidationError.RING_SELF_INTERSECTION ->
          "self-intersection";
      default -> "invalid-ring";
    };
  }

  private static String describe(TopologyValidationError error) {
    Coordinate at = error.getCoordinate();
    String what = error.getMessage().toLowerCase(Locale.ROOT);
    return at == null ? what : "%s at (%s, %s)".formatted(what, at.getX(), at.getY());
  }

  private static String describe(double change, Geometry fixed) {
    double latitude = Math.toRadians(fixed.getEnvelopeInternal().centre().getY());
    double squareMetres =
        change * fixed.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(latitude);
    return String.format(Locale.ROOT, "%.4f %% (%.0f m²)", change * 100, squareMetres);
  }

  private static MultiPolygon multi(Geometry geometry) {
    return geometry instanceof Polygon polygon
        ? polygon.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : (MultiPolygon) geometry;
  }
}
