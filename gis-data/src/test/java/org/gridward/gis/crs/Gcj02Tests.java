package org.gridward.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class Gcj02Tests {
  private static final double METRES_PER_DEGREE = 111_320;

  // what the public formula gives elsewhere, to the centimetre
  @ParameterizedTest
  @CsvSource({
    "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "116.377817, 39.911954, 116.38404722455657, 39.91334545536069",
    "116.404, 39.915, 116.41024449916938, 39.91640428150164"
  })
  void agreesWithKnownValues(double lon, double lat, double gcjLon, double gcjLat) {
    Coordinate back = moved("gcj02", new Coordinate(gcjLon, gcjLat));
    assertThat(back.x).isCloseTo(lon, within(3e-7));
    assertThat(back.y).isCloseTo(lat, within(3e-7));
  }

  @Test
  void agreesWithAKnownValueOfBaidu() {
    Coordinate byBaidu = moved("BD-09", new Coordinate(116.41036949371029, 39.92133699351021));
    assertThat(byBaidu.distance(moved("gcj02", new Coordinate(116.404, 39.915)))).isLessThan(1e-9);
  }

  @Test
  void comesBackOverAllOfChinaToAHundredthOfAMillimetre() {
    assertThat(worstMetres("gcj02", Gcj02::fromWgs84)).isLessThan(1e-5);
    assertThat(worstMetres("bd09", Bd09::fromWgs84)).isLessThan(1e-5);
  }

  /** On a grid of a fifth of a degree, which also meets the kink of the formula at 105° E. */
  private static double worstMetres(String crs, Consumer<double[]> forward) {
    double worst = 0;
    for (int column = 0; column <= 310; column++) {
      for (int row = 0; row <= 180; row++) {
        double[] point = {73 + column / 5.0, 18 + row / 5.0};
        double[] shifted = point.clone();
        forward.accept(shifted);
        Coordinate back = moved(crs, new Coordinate(shifted[0], shifted[1]));
        worst = Math.max(worst, back.distance(new Coordinate(point[0], point[1])));
      }
    }
    return worst * METRES_PER_DEGREE;
  }

  @Test
  void movesByHundredsOfMetres() {
    Coordinate beijing = new Coordinate(116.4, 39.9);
    double metres = moved("gcj02", beijing).distance(beijing) * METRES_PER_DEGREE;
    assertThat(metres).isBetween(300.0, 900.0);
  }

  @Test
  void isWgs84OutsideChina() {
    Coordinate newYork = new Coordinate(-74.006, 40.7128);
    assertThat(moved("gcj02", newYork)).isEqualTo(newYork);
    double[] there = {newYork.x, newYork.y};
    Bd09.fromWgs84(there);
    assertThat(moved("bd09", new Coordinate(there[0], there[1])).distance(newYork))
        .isLessThan(1e-10);
  }

  private static Coordinate moved(String crs, Coordinate point) {
    return Crs.parse(crs).toWgs84(new GeometryFactory().createPoint(point)).getCoordinate();
  }
}
