package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class ScatterTests {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void liesInTheGroundAndIsAboutAsManyAsWanted(long seed) {
    for (Ground cell : Grounds.shaken(4, seed)) {
      for (int wanted : new int[] {1, 25, 400}) {
        List<Coordinate> points = Scatter.evenly(cell.shape(), wanted);
        assertThat(points)
            .allMatch(at -> cell.shape().contains(Polygons.FACTORY.createPoint(at)))
            .hasSizeBetween(Math.max(1, wanted * 3 / 5), wanted * 3 / 2 + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POLYGON((0 0,0.01 0,0.01 0.0000001,0 0.0000001,0 0))"})
  void isNeverEmpty(String sliver) {
    Geometry ground = Grounds.wkt(sliver);
    assertThat(Scatter.evenly(ground, 3)).isNotEmpty().allMatch(at -> at.y >= 0 && at.y <= 1e-7);
  }

  @Test
  @Timeout(20)
  void looksOnlyWhereGroundIs() {
    Geometry apart =
        Grounds.wkt(
            "MULTIPOLYGON(((112 16,112.005 16,112.005 16.005,112 16.005,112 16)),"
                + "((114 9,114.005 9,114.005 9.005,114 9.005,114 9)))");
    assertThat(Scatter.evenly(apart, 48_000))
        .hasSizeBetween(40_000, 56_000)
        .doesNotHaveDuplicates();
  }
}
