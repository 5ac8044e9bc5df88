package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

class DivisionTests {

  /** Ground with a crooked border: some cells of a shaken grid together. */
  private static Geometry crooked(long seed) {
    List<Ground> cells = Grounds.shaken(6, seed);
    cells.remove(35);
    cells.remove(30);
    cells.remove(2);
    return Grounds.union(cells);
  }

  private static void assertExact(Geometry ground, List<MultiPolygon> parts) {
    Geometry[] all = parts.toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(all)).isTrue();
    Geometry union = CoverageUnion.union(all);
    assertThat(Measure.squareMetres(union.symDifference(ground))).isLessThan(0.1);
    for (Coordinate corner : union.getCoordinates()) { // a tenth of a millimetre
      assertThat(ground.getBoundary().distance(Polygons.FACTORY.createPoint(corner)))
          .isLessThan(1e-9);
    }
    assertThat(Arrays.asList(union.getCoordinates()))
        .containsAll(Arrays.asList(ground.getCoordinates()));
    // not one corner more on the ground's own border than where cells end
    Redrawing redrawing =
        PartitionEdit.divide(List.of(new Ground("all", ground)), parts, List.of());
    assertThat(redrawing.parts()).hasSameSizeAs(parts);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void squaresAndHexagonsCoverTheGroundExactly(long seed) {
    Geometry ground = crooked(seed);
    for (double metres : new double[] {70, 130, 260}) {
      for (List<MultiPolygon> parts :
          List.of(Division.squares(ground, metres), Division.hexagons(ground, metres))) {
        assertExact(ground, parts);
        assertThat(parts)
            .allSatisfy(
                part -> {
                  assertThat(part.getNumGeometries()).isEqualTo(1);
                  assertThat(Measure.squareMetres(part))
                      .isBetween(0.34 * metres * metres, 2.5 * metres * metres);
                });
      }
    }
  }

  @Test
  void wholePiecesHaveTheSizeAskedFor() {
    Geometry ground = Grounds.box("g", -74, 40.7, -73.98, 40.72).shape();
    for (List<MultiPolygon> parts :
        List.of(Division.squares(ground, 150), Division.hexagons(ground, 150))) {
      double[] areas = parts.stream().mapToDouble(Measure::squareMetres).sorted().toArray();
      assertThat(areas[areas.length / 2]).isCloseTo(150 * 150, within(150 * 150 * 0.005));
    }
  }

  @Test
  void numbersFromNorthToSouthAndWestToEast() {
    Geometry ground = Grounds.box("g", -74, 40.7, -73.99, 40.71).shape();
    List<MultiPolygon> parts = Division.squares(ground, 280);
    Coordinate first = parts.getFirst().getEnvelopeInternal().centre();
    Coordinate second = parts.get(1).getEnvelopeInternal().centre();
    Coordinate last = parts.getLast().getEnvelopeInternal().centre();
    assertThat(first.x).isLessThan(second.x);
    assertThat(first.y).isCloseTo(second.y, within(1e-4));
    assertThat(last.y).isLessThan(first.y);
    assertThat(last.x).isGreaterThan(first.x);
  }

  private static double[] carried(List<MultiPolygon> parts, List<Load> loads) {
    double[] carried = new double[parts.size()];
    for (Load load : loads) {
      for (int i = 0; i < carried.length; i++) {
        if (parts
            .get(i)
            .contains(Polygons.FACTORY.createPoint(new Coordinate(load.lon(), load.lat())))) {
          carried[i] += load.weight();
        }
      }
    }
    return carried;
  }

  private static double spread(double[] carried) {
    double mean = Arrays.stream(carried).average().orElseThrow();
    return Math.sqrt(
            Arrays.stream(carried).map(c -> (c - mean) * (c - mean)).average().orElseThrow())
        / mean;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void sharesLoadsOutEvenlyInWholePieces(long seed) {
    Geometry ground = crooked(seed);
    Random random = new Random(seed);
    List<Load> loads = new ArrayList<>();
    while (loads.size() < 3_000) { // most of it around two places
      double lon = -73.9 + (random.nextBoolean() ? 0.0015 : 0.004) + random.nextGaussian() * 0.0006;
      double lat = 40.7 + (random.nextBoolean() ? 0.002 : 0.0035) + random.nextGaussian() * 0.0009;
      if (ground.contains(Polygons.FACTORY.createPoint(new Coordinate(lon, lat)))) {
        loads.add(new Load(lon, lat, 1));
      }
    }
    List<MultiPolygon> parts = Division.balanced(ground, 9, loads);
    assertExact(ground, parts);
    assertThat(parts).hasSize(9).allMatch(part -> part.getNumGeometries() == 1);
    assertThat(spread(carried(parts, loads))).isLessThan(0.25);
    // beside it, cells of equal ground
    assertThat(spread(carried(Division.balanced(ground, 9, List.of()), loads))).isGreaterThan(0.4);
    assertThat(Division.balanced(ground, 9, loads)).isEqualTo(parts);
  }

  @Test
  void dividesARealNeighbourhood() {
    Geometry ground = RealCity.tracts().getFirst().boundary();
    List<MultiPolygon> parts = Division.balanced(ground, 5, List.of());
    assertExact(ground, parts);
    assertThat(spread(parts.stream().mapToDouble(Measure::squareMetres).toArray())).isLessThan(0.2);
  }

  @Test
  void refusesWhatIsTooManyOrOne() {
    Geometry ground = Grounds.box("g", -74, 40.7, -73.9, 40.8).shape();
    assertThatThrownBy(() -> Division.squares(ground, 20))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("2000");
    assertThatThrownBy(() -> Division.squares(ground, 30_000)).isInstanceOf(EditRefused.class);
  }
}
