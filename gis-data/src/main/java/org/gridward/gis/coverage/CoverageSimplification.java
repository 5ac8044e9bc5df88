package org.gridward.gis.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Makes the polygons of a coverage lighter for display, together, so that no gaps open between
 * neighbours (JTS {@link CoverageSimplifier}, Visvalingam–Whyatt).
 *
 * <p>Polygons that do not share their borders vertex by vertex are simplified as well, yet small
 * gaps and overlaps up to the tolerance may then open between them. What comes out is valid as long
 * as what went in is.
 */
public final class CoverageSimplification {
  private CoverageSimplification() {}

  /**
   * The polygons in the given order, simplified; none becomes empty.
   *
   * @param polygons Polygons or MultiPolygons in one CRS
   * @param tolerance in units of that CRS, not negative: detail smaller than about a square with
   *     this side goes
   */
  public static List<Geometry> simplify(List<? extends Geometry> polygons, double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "tolerance (%s) must not be negative".formatted(tolerance));
    }
    Geometry[] together = simplifyTogether(polygons, tolerance);
    List<Geometry> simplified = new ArrayList<>(together.length);
    for (int i = 0; i < together.length; i++) {
      simplified.add(fit(together[i]) ? together[i] : simplifyAlone(polygons.get(i), tolerance));
    }
    return simplified;
  }

  private static Geometry[] simplifyTogether(List<? extends Geometry> polygons, double tolerance) {
    Geometry[] originals = polygons.toArray(Geometry[]::new);
    try {
      return CoverageSimplifier.simplify(originals, tolerance);
    } catch (RuntimeException e) {
      // promises nothing for what is not a coverage
      return new Geometry[originals.length];
    }
  }

  private static Geometry simplifyAlone(Geometry polygon, double tolerance) {
    Geometry alone = TopologyPreservingSimplifier.simplify(polygon, tolerance);
    return fit(alone) ? alone : polygon;
  }

  private static boolean fit(@Nullable Geometry geometry) {
    return geometry != null && !geometry.isEmpty() && geometry.isValid();
  }
}
