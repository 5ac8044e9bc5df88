package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class MeasureTests {

  /** Half the world, and a degree at the pole, by the ellipsoid's known area. */
  @Test
  void measuresOnTheEllipsoid() {
    assertThat(Measure.squareMetres(Grounds.box("w", -180, 0, 180, 90).shape()))
        .isCloseTo(510_065_621_724_088.0 / 2, withinPercentage(1e-9));
  }

  /** Else a neighbour that only gets a corner would seem to lose ground. */
  @Test
  void aCornerInAnEdgeChangesNoArea() {
    double plain =
        Measure.squareMetres(Grounds.wkt("POLYGON((160 34,160.01 34.008,160.012 34.02,160 34))"));
    double more =
        Measure.squareMetres(
            Grounds.wkt("POLYGON((160 34,160.005 34.004,160.01 34.008,160.012 34.02,160 34))"));
    assertThat(more).isCloseTo(plain, within(1e-3));
  }

  @Test
  void measuresADegreeOfTheEquator() {
    assertThat(Measure.metres(Grounds.wkt("LINESTRING(10 0,11 0)")))
        .isCloseTo(111_319.490_8, withinPercentage(1e-6));
    assertThat(Measure.metres(Grounds.wkt("LINESTRING(10 -.5,10 .5)")))
        .isCloseTo(110_574.3, withinPercentage(1e-4));
  }

  @Test
  void aSquareIsRounderThanAStrip() {
    assertThat(Measure.compactness(Grounds.wkt("POLYGON((0 0,0.001 0,0.001 0.001,0 0.001,0 0))")))
        .isCloseTo(Math.PI / 4, within(0.001));
    assertThat(Measure.compactness(Grounds.wkt("POLYGON((0 0,0.009 0,0.009 0.001,0 0.001,0 0))")))
        .isCloseTo(Math.PI * 9 / 100, within(0.002));
  }
}
