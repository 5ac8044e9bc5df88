package org.gridward.gis.crs;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

/**
 * GCJ-02, the shifted coordinates of Chinese map services, by the formula that is public (it is not
 * an official one): a polynomial with sine waves around 105° E, 35° N, scaled to the Krasovsky 1940
 * ellipsoid. Longitude first, degrees. Outside {@link #covers} it is WGS 84.
 *
 * <p>The shift moves a point by some 300 to 700 m and changes slowly, so its inverse is found by
 * iteration, to less than a hundredth of a millimetre of this formula.
 */
final class Gcj02 {
  private static final double SEMI_MAJOR_METRES = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  private Gcj02() {}

  /** The box within which the services shift. */
  static boolean covers(double lon, double lat) {
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  }

  /** WGS 84 in place to GCJ-02. */
  static void fromWgs84(double[] point) {
    if (covers(point[0], point[1])) {
      shift(point);
    }
  }

  /** GCJ-02 in place to WGS 84. */
  static void toWgs84(double[] point) {
    if (covers(point[0], point[1])) {
      PointInverse.of(Gcj02::shift, point);
    }
  }

  private static void shift(double[] point) {
    double x = point[0] - 105;
    double y = point[1] - 35;
    double latitude = point[1] * PI / 180;
    double w = 1 - ECCENTRICITY_SQUARED * sin(latitude) * sin(latitude);
    double meridianRadius = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * sqrt(w));
    double parallelRadius = SEMI_MAJOR_METRES / sqrt(w) * cos(latitude);
    point[0] += east(x, y) / parallelRadius * 180 / PI;
    point[1] += north(x, y) / meridianRadius * 180 / PI;
  }

  private static double east(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * sqrt(abs(x))
        + wave(20, 6 * x)
        + wave(20, 2 * x)
        + wave(20, x)
        + wave(40, x / 3)
        + wave(150, x / 12)
        + wave(300, x / 30);
  }

  private static double north(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * sqrt(abs(x))
        + wave(20, 6 * x)
        + wave(20, 2 * x)
        + wave(20, y)
        + wave(40, y / 3)
        + wave(160, y / 12)
        + wave(320, y / 30);
  }

  private static double wave(double metres, double turns) {
    return metres * 2 / 3 * sin(turns * PI);
  }
}
