package org.gridward.gis.crs;

import static java.lang.Math.PI;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;

/**
 * BD-09, Baidu's coordinates: {@link Gcj02} turned and stretched a little once more, by the formula
 * that is public. Longitude first, degrees. The inverse is found by iteration.
 */
final class Bd09 {
  private static final double WAVE = PI * 3000 / 180;

  private Bd09() {}

  /** WGS 84 in place to BD-09. */
  static void fromWgs84(double[] point) {
    Gcj02.fromWgs84(point);
    shift(point);
  }

  /** BD-09 in place to WGS 84. */
  static void toWgs84(double[] point) {
    PointInverse.of(Bd09::shift, point);
    Gcj02.toWgs84(point);
  }

  private static void shift(double[] point) {
    double x = point[0];
    double y = point[1];
    double radius = hypot(x, y) + 0.00002 * sin(y * WAVE);
    double angle = atan2(y, x) + 0.000003 * cos(x * WAVE);
    point[0] = radius * cos(angle) + 0.0065;
    point[1] = radius * sin(angle) + 0.006;
  }
}
