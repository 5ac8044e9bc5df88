package org.gridward.gis.crs;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/** Moves one point, easting or longitude first, in place to EPSG:4326, longitude first. */
@FunctionalInterface
interface PointMove {
  /** In degrees, a tenth of a millimetre. */
  double ROUNDING = 1e-9;

  void apply(double[] point) throws TransformException;

  /**
   * By GeoTools.
   *
   * @param swapped the transform takes northing or latitude first
   */
  static PointMove of(MathTransform transform, boolean swapped) {
    return point -> {
      if (swapped) {
        double x = point[0];
        point[0] = point[1];
        point[1] = x;
      }
      transform.transform(point, 0, point, 0, 1);
      point[0] = atMost(point[0], 180);
      point[1] = atMost(point[1], 90);
    };
  }

  /** Without what rounding adds at the edge of the globe. */
  private static double atMost(double degrees, double most) {
    boolean beyond = Math.abs(degrees) > most && Math.abs(degrees) < most + ROUNDING;
    return beyond ? Math.copySign(most, degrees) : degrees;
  }
}
