package org.gridward.gis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeodesicTests {

  @Test
  void agreesWithPublishedDistances() {
    // PostGIS 3.3: ST_Distance of geographies on the spheroid (GeographicLib).
    assertThat(Geodesic.metres(-73.9857, 40.7484, -74.0445, 40.6892))
        .isCloseTo(8239.7, within(1.0));
    // One degree of longitude along the equator.
    assertThat(Geodesic.metres(0, 0, 1, 0)).isCloseTo(111_319.491, within(0.001));
    // A quarter of the meridian.
    assertThat(Geodesic.metres(0, 0, 0, 90)).isCloseTo(10_001_965.729, within(0.001));
  }

  @Test
  void isZeroAtTheSamePointAndShortAcrossTheDateLine() {
    assertThat(Geodesic.metres(116.4, 39.9, 116.4, 39.9)).isZero();
    assertThat(Geodesic.metres(179.999, 10, -179.999, 10)).isCloseTo(219, within(1.0));
  }

  @Test
  void answersForOppositePoints() {
    assertThat(Geodesic.metres(0, 0, 180, 0)).isCloseTo(20_015_000, within(30_000.0));
  }
}
