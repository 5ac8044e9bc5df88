package org.gridward.gis.city;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The plane on which the city is drawn: metres around a point in the open Pacific. Affine to
 * degrees, so that a point on a line stays on it; true to scale within a per cent for any size.
 */
final class Plane {

  /** High seas; no land lies within a thousand kilometres. */
  private static final double LON = 160;

  private static final double LAT = 34;
  private static final double METRES_PER_LAT = 110_922;
  private static final double METRES_PER_LON = 92_385;
  private static final double PER_DEGREE = 1e7;

  static final GeometryFactory METRES = new GeometryFactory();
  static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

  /** A ten-millionth of a degree: a centimetre. */
  static final PrecisionModel GRID = new PrecisionModel(PER_DEGREE);

  private Plane() {}

  static double lon(double x) {
    return LON + x / METRES_PER_LON;
  }

  static double lat(double y) {
    return LAT + y / METRES_PER_LAT;
  }

  static double rounded(double degrees) {
    return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
  }

  /** In degrees, not rounded. */
  static Geometry toDegrees(Geometry metres) {
    return new AffineTransformation(1 / METRES_PER_LON, 0, LON, 0, 1 / METRES_PER_LAT, LAT)
        .transform(metres);
  }

  /** On the plane again. */
  static Coordinate toMetres(Coordinate degrees) {
    return new Coordinate((degrees.x - LON) * METRES_PER_LON, (degrees.y - LAT) * METRES_PER_LAT);
  }
}
