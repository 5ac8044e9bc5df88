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
import org.junit.jupiter.api.Timeout;
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

  private static List<Load> loads(Geometry ground, int count, Random random) {
    List<Load> loads = new ArrayList<>();
    while (loads.size() < count) { // most of it around two places
      double lon = -73.9 + (random.nextBoolean() ? 0.0015 : 0.004) + random.nextGaussian() * 0.0006;
      double lat = 40.7 + (random.nextBoolean() ? 0.002 : 0.0035) + random.nextGaussian() * 0.0009;
      if (ground.contains(Polygons.FACTORY.createPoint(new Coordinate(lon, lat)))) {
        loads.add(new Load(lon, lat, 1));
      }
    }
    return loads;
  }

  private static Shares evenGround(Geometry ground, int cells, List<Load> loads) {
    return Shares.of(Division.balanced(ground, cells, List.of()), loads);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void sharesLoadsOutEvenlyInWholePieces(long seed) {
    Geometry ground = crooked(seed);
    List<Load> loads = loads(ground, 3_000, new Random(seed));
    List<MultiPolygon> parts = Division.balanced(ground, 9, loads);
    assertExact(ground, parts);
    assertThat(parts).hasSize(9).allMatch(part -> part.getNumGeometries() == 1);
    Shares shares = Shares.of(parts, loads);
    assertThat(shares.total()).isEqualTo(3_000);
    assertThat(shares.deviation()).isLessThan(0.25);
    assertThat(evenGround(ground, 9, loads).deviation()).isGreaterThan(0.4);
    assertThat(Division.balanced(ground, 9, loads)).isEqualTo(parts);
  }

  /** Ground with notches, few and many loads, some of them at one place: what always holds. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void staysCompactAndNoLessEvenThanEqualGround(long seed) {
    Random random = new Random(seed);
    Geometry ground = crooked(seed);
    int cells = 2 + random.nextInt(14);
    List<Load> loads = loads(ground, 20 + random.nextInt(400), random);
    for (int i = 0; i < loads.size() / 3; i++) {
      loads.add(loads.getFirst());
    }
    List<MultiPolygon> parts = Division.balanced(ground, cells, loads);
    assertExact(ground, parts);
    assertThat(parts).hasSize(cells).allMatch(part -> part.getNumGeometries() == 1);
    Shares shares = Shares.of(parts, loads);
    assertThat(shares.leastCompactness()).isGreaterThan(0.25);
    assertThat(shares.compactness()).isGreaterThan(0.6);
    assertThat(shares.deviation())
        .isLessThanOrEqualTo(evenGround(ground, cells, loads).deviation());
  }

  @Test
  void leavesIslandsWholeAndJoinsWhatANotchCutsOff() {
    Geometry ground =
        Grounds.wkt(
            """
            MULTIPOLYGON(((0 0,0.01 0,0.01 0.01,0.0053 0.01,0.0053 0.001,0.0047 0.001,0.0047 0.01,
            0 0.01,0 0)),((0.012 0,0.013 0,0.013 0.001,0.012 0.001,0.012 0)))
            """);
    for (int cells : new int[] {2, 3, 5, 8}) {
      List<MultiPolygon> parts = Division.balanced(ground, cells, List.of());
      assertExact(ground, parts);
      assertThat(parts).hasSize(cells);
      assertThat(parts.stream().mapToInt(Geometry::getNumGeometries).sum())
          .isBetween(cells, cells + 1);
    }
  }

  @Test
  void manyCellsAreAllThere() {
    Geometry ground = crooked(3);
    List<Load> loads = loads(ground, 2_000, new Random(3));
    List<MultiPolygon> parts = Division.balanced(ground, 300, loads);
    assertExact(ground, parts);
    Shares shares = Shares.of(parts, loads);
    assertThat(parts.size()).isBetween(295, 300);
    assertThat(shares.compactness()).isGreaterThan(0.7);
  }

  @Test
  void dividesARealNeighbourhood() {
    Geometry ground = RealCity.tracts().getFirst().boundary();
    List<MultiPolygon> parts = Division.balanced(ground, 5, List.of());
    assertExact(ground, parts);
    double[] areas = parts.stream().mapToDouble(Measure::squareMetres).sorted().toArray();
    assertThat(areas[4] / areas[0]).isLessThan(1.2);
  }

  @Test
  void refusesWhatIsTooManyOrOne() {
    Geometry ground = Grounds.box("g", -74, 40.7, -73.9, 40.8).shape();
    assertThatThrownBy(() -> Division.squares(ground, 20))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("2000");
    assertThatThrownBy(() -> Division.squares(ground, 30_000)).isInstanceOf(EditRefused.class);
  }

  /** Two islands of some square kilometres, eight hundred kilometres apart. */
  private static final Geometry FAR_APART =
      Grounds.wkt(
          "MULTIPOLYGON(((112 16,112.02 16,112.02 16.02,112 16.02,112 16)),"
              + "((114 9,114.02 9,114.02 9.02,114 9.02,114 9)))");

  @Test
  @Timeout(20)
  void dividesIslandsHoweverFarApart() {
    for (List<MultiPolygon> parts :
        List.of(
            Division.squares(FAR_APART, 200),
            Division.hexagons(FAR_APART, 200),
            Division.balanced(FAR_APART, 30, List.of()))) {
      assertExact(FAR_APART, parts);
      assertThat(parts).hasSizeBetween(30, 300);
    }
  }

  @Test
  @Timeout(20)
  void refusesPiecesOfGroundThatIsDrawnOutTooFar() {
    Geometry strip = Grounds.wkt("POLYGON((100 20,110 30,110 30.00001,100 20.00001,100 20))");
    assertThatThrownBy(() -> Division.squares(strip, 100))
        .isInstanceOfSatisfying(
            EditRefused.class, refused -> assertThat(refused.code()).isEqualTo("too-many-cells"));
  }

  @Test
  void refusesToBalanceGroundAsThinAsALine() {
    Geometry line = Grounds.wkt("POLYGON((116 40,116.1 40,116.1 40.00001,116 40.00001,116 40))");
    assertThatThrownBy(() -> Division.balanced(line, 2, List.of())).isInstanceOf(EditRefused.class);
  }
}
