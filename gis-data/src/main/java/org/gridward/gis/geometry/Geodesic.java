package org.gridward.gis.geometry;

/**
 * Straight-line distance on the WGS 84 ellipsoid by Vincenty's inverse formula (Survey Review 23,
 * 1975), good to a millimetre. Between nearly opposite points of the globe it does not converge;
 * there the distance on a sphere is given, which is good to half a percent.
 */
public final class Geodesic {

  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257223563;
  private static final double B = A * (1 - F);
  private static final double MEAN_RADIUS = 6_371_008.8;
  private static final int MOST_STEPS = 100;

  private Geodesic() {}

  /** Metres between two points given in degrees, longitude first. */
  public static double metres(double lonA, double latA, double lonB, double latB) {
    if (lonA == lonB && latA == latB) {
      return 0;
    }
    double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(latA)));
    double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(latB)));
    double l = Math.toRadians(Math.IEEEremainder(lonB - lonA, 360));
    double exact = vincenty(Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2), l);
    return Double.isNaN(exact) ? onSphere(lonA, latA, lonB, latB) : exact;
  }

  private static double vincenty(double su1, double cu1, double su2, double cu2, double l) {
    double lambda = l;
    for (int step = 0; step < MOST_STEPS; step++) {
      double x = cu2 * Math.sin(lambda);
      double y = cu1 * su2 - su1 * cu2 * Math.cos(lambda);
      double sinSigma = Math.hypot(x, y);
      double cosSigma = su1 * su2 + cu1 * cu2 * Math.cos(lambda);
      double sigma = Math.atan2(sinSigma, cosSigma);
      double sinAlpha = sinSigma == 0 ? 0 : cu1 * cu2 * Math.sin(lambda) / sinSigma;
      double cosSqAlpha = 1 - sinAlpha * sinAlpha;
      double cos2m = cosSqAlpha == 0 ? 0 : cosSigma - 2 * su1 * su2 / cosSqAlpha;
      double c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
      double term = cos2m + c * cosSigma * (2 * cos2m * cos2m - 1);
      double next = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * term);
      if (Math.abs(next - lambda) < 1e-12) {
        return length(sinSigma, cosSigma, sigma, cosSqAlpha, cos2m);
      }
      lambda = next;
    }
    return Double.NaN;
  }

  private static double length(
      double sinSigma, double cosSigma, double sigma, double cosSqAlpha, double cos2m) {
    double uSq = cosSqAlpha * (A * A - B * B) / (B * B);
    double a = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
    double b = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
    double third = b / 6 * cos2m * (4 * sinSigma * sinSigma - 3) * (4 * cos2m * cos2m - 3);
    double delta = b * sinSigma * (cos2m + b / 4 * (cosSigma * (2 * cos2m * cos2m - 1) - third));
    return B * a * (sigma - delta);
  }

  private static double onSphere(double lonA, double latA, double lonB, double latB) {
    double half = Math.sin(Math.toRadians(latB - latA) / 2);
    double side = Math.sin(Math.toRadians(lonB - lonA) / 2);
    double h =
        half * half + Math.cos(Math.toRadians(latA)) * Math.cos(Math.toRadians(latB)) * side * side;
    return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
