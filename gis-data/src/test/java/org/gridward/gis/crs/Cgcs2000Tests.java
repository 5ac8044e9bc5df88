package org.gridward.gis.crs;

import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.cosh;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sinh;
import static java.lang.Math.sqrt;
import static java.lang.Math.tan;
import static java.lang.Math.toRadians;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Every 3-degree Gauss-Kruger system of CGCS2000, easting first as files have it. */
class Cgcs2000Tests {
  /** Zones 25 to 45 with the zone before the easting, then central meridians 75° to 135°. */
  private static final int FIRST = 4513;

  /** In degrees of latitude; GeoTools' own series is off by a seventh of one at 39.9° N. */
  private static final double HALF_A_MILLIMETRE = 5e-9;

  private static final int FIRST_WITHOUT_ZONE = 4534;
  private static final int LAST = 4554;

  static IntStream systems() {
    return IntStream.rangeClosed(FIRST, LAST);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void takesEastingFirstAndComesBackToTheDegree(int epsg) {
    int zone = 25 + (epsg - FIRST) % (FIRST_WITHOUT_ZONE - FIRST);
    double meridian = zone * 3.0;
    double falseEasting = (epsg < FIRST_WITHOUT_ZONE ? zone * 1_000_000.0 : 0) + 500_000;
    for (double east : new double[] {-1.5, -0.4, 0, 0.9, 1.5}) {
      for (double lat : new double[] {3.5, 22.5, 39.9, 53.5}) {
        Coordinate plane = gaussKruger(east, lat);
        Coordinate back = moved("EPSG:" + epsg, new Coordinate(falseEasting + plane.x, plane.y));
        assertThat(back.x).as("longitude").isCloseTo(meridian + east, within(HALF_A_MILLIMETRE));
        assertThat(back.y).as("latitude").isCloseTo(lat, within(HALF_A_MILLIMETRE));
      }
    }
  }

  @Test
  void theOracleKnowsTheMeridiansLength() {
    // a quarter of the meridian of GRS 1980: 10,001,965.7293 m (Moritz 1980)
    assertThat(gaussKruger(0, 90).y).isCloseTo(10_001_965.7293, within(0.001));
    // and off the meridian, roughly: 1.5° of longitude at 39.9° N
    assertThat(gaussKruger(1.5, 39.9).x).isCloseTo(128_000, within(1_000.0));
  }

  @Test
  void takesLongitudeFirstInTheGeographicSystem() {
    Coordinate point = moved("EPSG:4490", new Coordinate(116.4, 39.9));
    assertThat(point.x).isCloseTo(116.4, within(HALF_A_MILLIMETRE));
    assertThat(point.y).isCloseTo(39.9, within(HALF_A_MILLIMETRE));
  }

  /**
   * Easting and northing from the meridian and the equator in metres, by Krüger's series to the
   * third order of n (Karney 2011, "Transverse Mercator with an accuracy of a few nanometers",
   * equations 7 to 14): within a micrometre here, and nothing of GeoTools.
   */
  private static Coordinate gaussKruger(double eastDegrees, double latDegrees) {
    double a = 6_378_137;
    double f = 1 / 298.257222101;
    double n = f / (2 - f);
    double e = sqrt(f * (2 - f));
    double[] alpha = {
      n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16,
      13 * n * n / 48 - 3 * n * n * n / 5,
      61 * n * n * n / 240
    };
    double tau = tan(toRadians(latDegrees));
    double sigma = sinh(e * atanh(e * tau / sqrt(1 + tau * tau)));
    double conformal = tau * sqrt(1 + sigma * sigma) - sigma * sqrt(1 + tau * tau);
    double lambda = toRadians(eastDegrees);
    double xi = atan2(conformal, cos(lambda));
    double eta = asinh(sin(lambda) / hypot(conformal, cos(lambda)));
    double north = xi;
    double east = eta;
    for (int j = 1; j <= alpha.length; j++) {
      north += alpha[j - 1] * sin(2 * j * xi) * cosh(2 * j * eta);
      east += alpha[j - 1] * cos(2 * j * xi) * sinh(2 * j * eta);
    }
    double radius = a / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
    return new Coordinate(radius * east, radius * north);
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }

  private static double asinh(double x) {
    return Math.log(x + sqrt(x * x + 1));
  }

  private static Coordinate moved(String crs, Coordinate point) {
    return Crs.parse(crs).toWgs84(new GeometryFactory().createPoint(point)).getCoordinate();
  }
}
