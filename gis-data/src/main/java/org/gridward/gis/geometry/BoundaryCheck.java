package org.gridward.gis.geometry;

import org.locationtech.jts.geom.MultiPolygon;

/** What {@link BoundaryRepair} found. */
public sealed interface BoundaryCheck {
  /** Fit for use as it came (a Polygon is given as a MultiPolygon of one). */
  record Accepted(MultiPolygon boundary) implements BoundaryCheck {}

  /**
   * Fit for use after a safe change.
   *
   * @param how what was wrong and what was done, with the change of area
   */
  record Repaired(String how, MultiPolygon boundary) implements BoundaryCheck {}

  /**
   * Not fit for use.
   *
   * @param code stable: {@code empty-geometry}, {@code not-polygonal}, {@code out-of-range}, {@code
   *     across-180}, {@code invalid-ring}, {@code self-intersection}
   * @param message what was found and where, and why a repair is not safe
   */
  record Refused(String code, String message) implements BoundaryCheck {}
}
