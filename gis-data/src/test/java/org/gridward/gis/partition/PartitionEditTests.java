package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;

class PartitionEditTests {

  /** Rounding, in square degrees: a tenth of a square centimetre on all of it. */
  private static final double SAME = 1e-15;

  private static LineString line(String wkt) {
    return (LineString) Grounds.wkt(wkt);
  }

  @Test
  void splitsAlongALineAndGivesTheNeighbourItsCorner() {
    Ground a = Grounds.box("a", 0, 0, .002, .002);
    Ground b = Grounds.box("b", .002, 0, .004, .002);
    Redrawing redrawing =
        PartitionEdit.split(a, line("LINESTRING(-.001 .001,.003 .001)"), List.of(b));
    assertThat(redrawing.parts()).hasSize(2);
    assertThat(redrawing.neighbours()).containsOnlyKeys("b");
    assertThat(redrawing.neighbours().get("b").getCoordinates())
        .contains(new Coordinate(.002, .001));
  }

  @Test
  void refusesALineThatEndsInside() {
    Ground a = Grounds.box("a", 0, 0, .002, .002);
    assertThatThrownBy(
            () -> PartitionEdit.split(a, line("LINESTRING(-1 .001,.001 .001)"), List.of()))
        .isInstanceOf(EditRefused.class)
        .extracting("code")
        .isEqualTo("cuts-nothing");
  }

  @Test
  void leavesNoSliverBehind() {
    Ground a = Grounds.box("a", 0, 0, .002, .002);
    String alongTheEdge = "LINESTRING(-1 .001999999,1 .001999999)";
    assertThatThrownBy(() -> PartitionEdit.split(a, line(alongTheEdge), List.of()))
        .isInstanceOf(EditRefused.class);
  }

  @Test
  void takesIslandsAlong() {
    Ground a =
        new Ground(
            "a",
            Grounds.wkt(
                "MULTIPOLYGON(((0 0,.002 0,.002 .002,0 .002,0 0)),"
                    + "((.003 .0015,.0035 .0015,.0035 .002,.003 .002,.003 .0015)))"));
    Redrawing redrawing = PartitionEdit.split(a, line("LINESTRING(-1 .001,.0025 .001)"), List.of());
    assertThat(redrawing.parts()).hasSize(2);
    assertThat(redrawing.parts())
        .extracting(Geometry::getNumGeometries)
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void movesABorderOnBothSides() {
    Ground a = Grounds.box("a", 0, 0, .002, .002);
    Ground b = Grounds.box("b", .002, 0, .004, .002);
    Redrawing redrawing =
        PartitionEdit.reshape(a, b, line("LINESTRING(.0015 -1,.0015 1)"), List.of());
    assertThat(redrawing.parts().get(0).getEnvelopeInternal())
        .isEqualTo(new Envelope(0, .0015, 0, .002));
    assertThat(redrawing.parts().get(1).getEnvelopeInternal())
        .isEqualTo(new Envelope(.0015, .004, 0, .002));
  }

  @Test
  void refusesToMergeWhatOnlyMeetsAtACorner() {
    assertThatThrownBy(
            () ->
                PartitionEdit.merge(
                    List.of(Grounds.box("a", 0, 0, 1, 1), Grounds.box("b", 1, 1, 2, 2)), List.of()))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("b");
  }

  /** Sixty edits in a row, each on what the last has left: the ground stays, the cells fit. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void staysExactThroughRandomEdits(long seed) {
    Random random = new Random(seed);
    Map<String, Geometry> cells = new HashMap<>();
    Grounds.shaken(5, seed).forEach(cell -> cells.put(cell.code(), cell.shape()));
    Geometry whole = union(cells);
    double ground = whole.getArea();
    int made = 0;
    for (int i = 0; i < 60; i++) {
      try {
        made += edit(random, cells, "n" + i) ? 1 : 0;
      } catch (EditRefused refused) {
        assertThat(refused.code()).isNotEqualTo("not-exact");
      }
      Geometry[] all = cells.values().toArray(Geometry[]::new);
      assertThat(CoverageValidator.isValid(all)).as("after edit " + i).isTrue();
      assertThat(all).allSatisfy(cell -> assertThat(cell.isValid()).isTrue());
    }
    assertThat(made).isGreaterThan(25);
    Geometry after = union(cells);
    assertThat(after.getArea()).isCloseTo(ground, within(SAME));
    assertThat(whole.symDifference(after).getArea()).isCloseTo(0, within(SAME));
    // corners only ever come along straight edges: every one there was is still there
    assertThat(after.getCoordinates()).contains(whole.getCoordinates());
    assertThat(cells.values().stream().mapToDouble(Geometry::getArea).sum())
        .isCloseTo(ground, within(SAME));
  }

  private static boolean edit(Random random, Map<String, Geometry> cells, String name) {
    List<String> codes = new ArrayList<>(cells.keySet().stream().sorted().toList());
    String code = codes.get(random.nextInt(codes.size()));
    Ground area = new Ground(code, cells.get(code));
    String other = codes.get(random.nextInt(codes.size()));
    int what = random.nextInt(3);
    if (what > 0) {
      other = neighbour(random, cells, code);
    }
    Ground beside = new Ground(other, cells.get(other));
    List<Ground> around = new ArrayList<>();
    cells.forEach(
        (key, shape) -> {
          if (!key.equals(code) && (what == 0 || !key.equals(beside.code()))) {
            around.add(new Ground(key, shape));
          }
        });
    Redrawing redrawing =
        switch (what) {
          case 0 -> PartitionEdit.split(area, across(random, area.shape()), around);
          case 1 -> PartitionEdit.merge(List.of(area, beside), around);
          default ->
              PartitionEdit.reshape(
                  area, beside, across(random, area.shape().union(beside.shape())), around);
        };
    cells.putAll(redrawing.neighbours());
    cells.put(code, redrawing.parts().getFirst());
    switch (what) {
      case 0 -> {
        List<MultiPolygon> parts = redrawing.parts();
        for (int i = 1; i < parts.size(); i++) {
          cells.put(name + "-" + i, parts.get(i));
        }
      }
      case 1 -> cells.remove(beside.code());
      default -> cells.put(beside.code(), redrawing.parts().get(1));
    }
    return true;
  }

  private static String neighbour(Random random, Map<String, Geometry> cells, String code) {
    List<String> beside =
        cells.keySet().stream()
            .filter(key -> !key.equals(code))
            .filter(key -> cells.get(key).intersection(cells.get(code)).getLength() > 0)
            .sorted()
            .toList();
    return beside.get(random.nextInt(beside.size()));
  }

  private static LineString across(Random random, Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    boolean up = random.nextBoolean();
    List<Coordinate> points = new ArrayList<>();
    int bends = 2 + random.nextInt(4);
    for (int i = 0; i <= bends; i++) {
      double along = -0.1 + 1.2 * i / bends;
      double beside = 0.15 + 0.7 * random.nextDouble();
      points.add(
          new Coordinate(
              box.getMinX() + box.getWidth() * (up ? beside : along),
              box.getMinY() + box.getHeight() * (up ? along : beside)));
    }
    return Polygons.FACTORY.createLineString(points.toArray(Coordinate[]::new));
  }

  private static Geometry union(Map<String, Geometry> cells) {
    return Polygons.union(List.copyOf(cells.values()));
  }

  @Test
  void putsGroundTogetherThatOverlaps() {
    List<Ground> within =
        List.of(Grounds.box("a", 0, 0, .002, .002), Grounds.box("b", 0, 0, .002, .001));
    Geometry together = PartitionEdit.together(within);
    assertThat(together.isValid()).isTrue();
    assertThat(together.equalsTopo(within.getFirst().shape())).isTrue();
  }

  @Test
  @Timeout(20)
  void refusesALineThatMakesPiecesWithoutEnd() {
    Ground area = Grounds.box("a", 116, 40, 116.01, 40.01);
    Ground beside = Grounds.box("b", 116.01, 40, 116.02, 40.01);
    Coordinate[] scribble = new Coordinate[5_000];
    Coordinate[] zigzag = new Coordinate[5_000];
    Random random = new Random(7);
    for (int i = 0; i < scribble.length; i++) {
      double x = 115.999 + .012 * random.nextDouble();
      scribble[i] = new Coordinate(x, 39.999 + .012 * random.nextDouble());
      zigzag[i] = new Coordinate(116 + .01 * i / zigzag.length, i % 2 == 0 ? 39.999 : 40.011);
    }
    for (Coordinate[] points : List.of(scribble, zigzag)) {
      LineString line = Polygons.FACTORY.createLineString(points);
      assertThatThrownBy(() -> PartitionEdit.split(area, line, List.of()))
          .isInstanceOfSatisfying(
              EditRefused.class, refused -> assertThat(refused.code()).isEqualTo("cuts-too-often"));
      assertThatThrownBy(() -> PartitionEdit.reshape(area, beside, line, List.of()))
          .isInstanceOfSatisfying(
              EditRefused.class, refused -> assertThat(refused.code()).isEqualTo("cuts-too-often"));
    }
  }
}
