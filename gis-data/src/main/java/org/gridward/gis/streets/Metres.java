package org.gridward.gis.streets;

/**
 * Metres per degree on the WGS 84 ellipsoid near a latitude. Exact to a millionth for stretches of
 * a few kilometres, away from the poles.
 *
 * @param lon of one degree of longitude
 * @param lat of one degree of latitude
 */
record Metres(double lon, double lat) {

  private static final double AXIS = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  static Metres at(double latitude) {
    double radians = Math.toRadians(latitude);
    double sine = Math.sin(radians);
    double bend = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double across = AXIS / Math.sqrt(bend);
    double along = across * (1 - ECCENTRICITY_SQUARED) / bend;
    return new Metres(Math.toRadians(across * Math.cos(radians)), Math.toRadians(along));
  }

  static double between(double lon1, double lat1, double lon2, double lat2) {
    Metres metres = at((lat1 + lat2) / 2);
    return Math.hypot((lon2 - lon1) * metres.lon, (lat2 - lat1) * metres.lat);
  }
}
