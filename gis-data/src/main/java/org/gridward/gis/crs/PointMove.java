package org.gridward.gis.crs;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/** Moves one point, easting or longitude first, in place to EPSG:4326, longitude first. */
@FunctionalInterface
interface PointMove {
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
    };
  }
}
