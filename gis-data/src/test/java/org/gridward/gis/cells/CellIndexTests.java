package org.gridward.gis.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CellIndexTests {
  private static final CellShape WEST = cell(1, "B", "POLYGON ((0 0, 1 0, 1 2, 0 2, 0 0))");
  private static final CellShape EAST = cell(2, "A", "POLYGON ((1 0, 2 0, 2 2, 1 2, 1 0))");

  @Test
  void givesASharedBorderToTheLowestCode() {
    for (List<CellShape> cells : List.of(List.of(WEST, EAST), List.of(EAST, WEST))) {
      CellIndex index = CellIndex.build(cells);
      assertThat(index.locate(1, 1)).isEqualTo(2);
      assertThat(index.locate(Math.nextDown(1.0), 1)).isEqualTo(1);
      assertThat(index.locate(0, 0)).isEqualTo(1);
      assertThat(index.locate(2, 2)).isEqualTo(2);
      assertThat(index.locate(Math.nextUp(2.0), 2)).isEqualTo(CellIndex.NONE);
    }
  }

  @Test
  void ordersCodesByCodePointAsPostgresDoes() {
    CellShape emoji = cell(1, "\uD83D\uDE00", "POLYGON ((0 0, 1 0, 1 1, 0 0))");
    CellShape fullWidth = cell(2, "\uFF21", "POLYGON ((0 0, 1 0, 1 1, 0 0))");
    assertThat(CellIndex.build(List.of(emoji, fullWidth)).locate(0.5, 0.2)).isEqualTo(2);
  }

  @Test
  void leavesOutHolesButNotTheirBorder() {
    CellIndex index =
        CellIndex.build(
            List.of(
                cell(
                    5,
                    "A",
                    "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3)),"
                        + " ((4 4, 5 4, 5 5, 4 5, 4 4)))")));
    assertThat(index.locate(3.5, 3.5)).isEqualTo(CellIndex.NONE);
    assertThat(index.locate(3, 4)).isEqualTo(5);
    assertThat(index.locate(4.5, 4.5)).isEqualTo(5);
  }

  @Test
  void answersNoneForNothing() {
    CellIndex empty = CellIndex.build(List.of());
    assertThat(empty.locate(0, 0)).isEqualTo(CellIndex.NONE);
    CellIndex index = CellIndex.build(List.of(WEST, cell(3, "C", "POLYGON EMPTY")));
    assertThat(index.size()).isEqualTo(1);
    for (double bad : new double[] {Double.NaN, 1e308, Double.NEGATIVE_INFINITY, -0.1}) {
      assertThat(index.locate(bad, 1)).isEqualTo(CellIndex.NONE);
      assertThat(index.locate(0.5, bad)).isEqualTo(CellIndex.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void agreesWithBruteForceOnRandomCoverages(int seed) {
    MadeUpCoverages madeUp = new MadeUpCoverages(seed);
    agrees(madeUp.coverage(300, 40, false), seed);
    agrees(madeUp.coverage(200, 30, true), seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void agreesWithBruteForceOnOverlappingCells(int seed) {
    agrees(new MadeUpCoverages(seed).overlapping(40), seed);
  }

  @Test
  void agreesOnACombOfLongSteepTeeth() {
    List<Coordinate> ring = new ArrayList<>();
    ring.add(new Coordinate(0, -1));
    for (int i = 0; i < 3000; i++) {
      ring.add(new Coordinate(i * 1e-3, i % 2));
    }
    ring.add(new Coordinate(3, -1));
    ring.add(ring.getFirst());
    var comb = new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    agrees(List.of(new CellShape(1, "A", comb)), 1);
  }

  private static void agrees(List<CellShape> cells, long seed) {
    List<CellShape> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, new Random(seed));
    CellIndex index = CellIndex.build(shuffled);
    BruteForce oracle = new BruteForce(cells);
    List<Coordinate> wrong = new ArrayList<>();
    for (Coordinate point : TrickyPoints.of(cells, new Random(seed), 20_000)) {
      if (index.locate(point.x, point.y) != oracle.locate(point.x, point.y)) {
        wrong.add(point);
      }
    }
    assertThat(wrong).isEmpty();
  }

  static CellShape cell(long id, String code, String wkt) {
    try {
      return new CellShape(id, code, new WKTReader().read(wkt));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
