package org.gridward.gis.heat;

/**
 * Web Mercator (EPSG:3857) in whole units, 2^30 around the equator: about 3.7 cm there. x grows to
 * the east from 180° W, y to the south from the northern edge of the square.
 */
final class WebMercator {

  /** Units around the world, and from the northern to the southern edge. */
  static final double WORLD = 1 << 30;

  /** The latitude at which the square ends. */
  static final double EDGE = 85.05112877980659;

  private static final double EQUATOR_METRES = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.0066943799901413165;
  private static final double RADIANS_PER_UNIT = 2 * Math.PI / WORLD;

  private WebMercator() {}

  static double x(double lon) {
    return (lon + 180) / 360 * WORLD;
  }

  static double y(double lat) {
    double northing = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
    return (0.5 - northing / (2 * Math.PI)) * WORLD;
  }

  /** Latitude in radians. */
  private static double latitude(double y) {
    return Math.atan(Math.sinh((0.5 - y / WORLD) * 2 * Math.PI));
  }

  /** What a unit to the east at {@code y} measures on the ellipsoid. */
  static double eastMetres(double y) {
    double lat = latitude(y);
    double sine = Math.sin(lat);
    double normal = EQUATOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    return normal * Math.cos(lat) * RADIANS_PER_UNIT;
  }

  /** What a unit to the north at {@code y} measures on the ellipsoid. */
  static double northMetres(double y) {
    double lat = latitude(y);
    double sine = Math.sin(lat);
    double squared = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double meridian = EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / (squared * Math.sqrt(squared));
    return meridian * Math.cos(lat) * RADIANS_PER_UNIT;
  }
}
