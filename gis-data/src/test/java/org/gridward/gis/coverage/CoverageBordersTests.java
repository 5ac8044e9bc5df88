package org.gridward.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.gridward.gis.coverage.CoverageBorders.Border;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class CoverageBordersTests {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Geometry box(double west, double south, double east, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north));
  }

  private static double length(List<LineString> lines) {
    return lines.stream().mapToDouble(LineString::getLength).sum();
  }

  @Test
  void tellsEachBorderOnceAndNoneWithinAGroup() {
    List<Border<String>> borders =
        CoverageBorders.between(
            List.of(box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1)), List.of("a", "a", "b"));
    assertThat(borders).hasSize(3);
    assertThat(borders)
        .filteredOn(border -> border.other() != null)
        .singleElement()
        .satisfies(
            border -> {
              assertThat(border.lines()).singleElement();
              assertThat(border.lines().getFirst().getCoordinates())
                  .containsExactlyInAnyOrder(new Coordinate(2, 0), new Coordinate(2, 1));
            });
    assertThat(borders)
        .filteredOn(border -> "a".equals(border.one()) && border.other() == null)
        .singleElement()
        .satisfies(border -> assertThat(length(border.lines())).isEqualTo(5));
  }

  /** Held against the outlines of the groups' unions, and what these have in common. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithTheUnionsOfTheGroups(long seed) {
    Random random = new Random(seed);
    List<Geometry> cells = new ArrayList<>();
    List<Integer> groups = new ArrayList<>();
    for (int x = 0; x < 9; x++) {
      for (int y = 0; y < 9; y++) {
        if (random.nextInt(8) > 0) { // with holes
          cells.add(box(x, y, x + 1, y + 1));
          groups.add(random.nextInt(4));
        }
      }
    }
    List<Border<Integer>> borders = CoverageBorders.between(cells, groups);
    Map<Integer, Geometry> unions = new TreeMap<>();
    for (int group = 0; group < 4; group++) {
      List<Geometry> mine = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        if (groups.get(i) == group) {
          mine.add(cells.get(i));
        }
      }
      unions.put(group, CoverageUnion.union(mine.toArray(Geometry[]::new)));
    }
    unions.forEach(
        (group, union) -> {
          double told =
              borders.stream()
                  .filter(one -> one.one().equals(group) || Objects.equals(one.other(), group))
                  .mapToDouble(one -> length(one.lines()))
                  .sum();
          assertThat(told).isCloseTo(union.getLength(), within(1e-9));
        });
    for (Border<Integer> border : borders) {
      Integer other = border.other();
      if (other != null) {
        Geometry common =
            unions.get(border.one()).getBoundary().intersection(unions.get(other).getBoundary());
        assertThat(length(border.lines())).isCloseTo(common.getLength(), within(1e-9));
      }
    }
    assertThat(borders).extracting(one -> one.one() + "/" + one.other()).doesNotHaveDuplicates();
  }
}
