package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class TopoJsonTests {
  /** Two cells with one border between them (arc 0); the right one has a hole. */
  static final String TOPOLOGY =
      """
      {"type": "Topology", "transform": {"scale": [0.1, 0.3], "translate": [116.1, 39.7]},
       "objects": {"cells": {"type": "GeometryCollection", "geometries": [
         {"type": "Polygon", "arcs": [[0, 1]], "id": 7, "properties": {"code": "A"}},
         {"type": "MultiPolygon", "arcs": [[[-1, 2], [3]]], "properties": {"code": "B", "n": 2.50}},
         {"type": "Point", "coordinates": [5, 1]},
         {"type": null, "properties": {"code": "C"}}]}},
       "arcs": [[[10, 0], [1, 3], [-1, 7]], [[10, 10], [-10, 0], [0, -10], [10, 0]],
                [[10, 0], [20, 0], [0, 10], [-20, 0]], [[20, 4], [0, 2], [2, 0], [-2, -2]]]}
      """;

  @TempDir Path folder;

  @Test
  void joinsCellsExactlyAtTheirBorder() {
    List<FeatureReading> read = read(TOPOLOGY);
    Feature left = (Feature) read.get(0);
    Feature right = (Feature) read.get(1);
    assertThat(left.text("code")).isEqualTo("A");
    assertThat(left.text("id")).isEqualTo("7");
    assertThat(right.text("n")).isEqualTo("2.5");
    assertThat(left.geometry().getNumPoints()).isEqualTo(6);
    Geometry[] cells = {left.geometry(), right.geometry().getGeometryN(0)};
    assertThat(CoverageValidator.isValid(cells)).isTrue();
    assertThat(left.geometry().union(right.geometry()).getArea())
        .isEqualTo(left.geometry().getArea() + right.geometry().getArea());
    assertThat(left.geometry().getArea()).isCloseTo(10.5 * 10 * 0.03, within(1e-9));
    assertThat(((Feature) read.get(2)).geometry().getCoordinate().x).isEqualTo(5 * 0.1 + 116.1);
    assertThat(((Feature) read.get(3)).geometry()).isNull();
  }

  @Test
  void readsCoordinatesThatAreNotQuantised() {
    Feature feature =
        (Feature)
            read("""
            {"arcs": [[[0.5, 0], [1, 0], [1, 1]], [[0.5, 0], [0, 1], [1, 1]]],
             "objects": {"a": {"type": "Polygon", "arcs": [[0, -2]]}}, "type": "Topology"}
            """)
                .getFirst();
    assertThat(feature.geometry()).hasToString("POLYGON ((0.5 0, 1 0, 1 1, 0 1, 0.5 0))");
  }

  @Test
  void asksWhichObjectIsMeant() {
    String two = TOPOLOGY.replace("\"objects\": {", "\"objects\": {\"b\": {\"type\": null}, ");
    assertThatThrownBy(() -> read(two))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("layer-unclear"))
        .hasMessageContaining("b, cells");
    Path file = ReadFiles.write(folder, "b.json", two);
    assertThat(ReadFiles.readAll(file, new ReadOptions(null, null, "cells"))).hasSize(4);
    assertThatThrownBy(() -> Features.open(file, new ReadOptions(null, null, "d")))
        .isInstanceOf(UnreadableFile.class);
  }

  @Test
  void reportsABadObjectAndReadsOn() {
    List<FeatureReading> read =
        read(
            """
            {"type": "Topology", "arcs": [[[0, 0], [1, 0]], [[5, 5], [1, 1], [0, 0]]],
             "objects": {"a": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "arcs": [[9]]}, {"type": "Polygon", "arcs": [[0, 1]]},
               {"type": "Polygon", "arcs": [["0"]]}, {"type": "Box", "arcs": 5}, 7,
               {"type": "Polygon", "arcs": [[0]]}, {"type": "LineString", "arcs": [1]}]}}}
            """);
    assertThat(read.subList(0, 6)).allMatch(FeatureFault.class::isInstance);
    assertThat(((FeatureFault) read.getFirst()).message())
        .isEqualTo("feature 1: there is no arc 9");
    assertThat(((FeatureFault) read.get(1)).message()).contains("does not begin where");
    assertThat(((FeatureFault) read.get(5)).code()).isEqualTo("invalid-ring");
    assertThat(read.get(6)).isInstanceOf(Feature.class);
  }

  @Test
  void boundsWhatAFewNumbersCanAskFor() {
    String arc = "[0,0]" + ",[1,1],[0,0]".repeat(50_000);
    String uses = "0" + ",0".repeat(100_000);
    List<FeatureReading> read =
        read(
            "{\"type\":\"Topology\",\"arcs\":[[%s]],\"objects\":{\"a\":{\"type\":\"LineString\",\"arcs\":[%s]}}}"
                .formatted(arc, uses));
    assertThat(((FeatureFault) read.getFirst()).message()).contains("more than 8388608 points");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Topology\"}",
        "{\"type\":\"Topology\",\"objects\":{}",
        "{\"type\":\"Topology\",\"objects\":{\"a\":{}},\"arcs\":[[1,2]]}",
        "{\"type\":\"Topology\",\"objects\":{\"a\":{}},\"arcs\":5}",
        "{\"type\":\"Topology\",\"objects\":{\"a\":{}},\"transform\":{}}",
        "{\"type\":\"Topology\",\"objects\":{\"a\":{}},\"crs\":{}}",
        "{\"type\":\"Topology\",\"objects\":{\"a\":{}}} {}"
      })
  void refusesWhatIsNotAWholeTopology(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFile.class);
  }

  private List<FeatureReading> read(String text) {
    return ReadFiles.readAll(ReadFiles.write(folder, "a.topojson", text), ReadOptions.NONE);
  }

  /**
   * A ring of 20,000 points that a polygon takes two thousand times, in a few hundred kilobytes.
   */
  @Test
  void refusesAnObjectThatTakesItsArcsForEver() {
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      ring.append("[%d,%d],".formatted(i, (i * 7) % 13));
    }
    String polygons = "[[0]],".repeat(2_000) + "[[0]]";
    List<FeatureReading> read =
        read(
            """
            {"type": "Topology", "objects": {"a": {"type": "MultiPolygon", "arcs": [%s]}},
             "arcs": [[%s[0,0]]]}
            """
                .formatted(polygons, ring));
    assertThat(read).hasSize(1);
    assertThat(((FeatureFault) read.getFirst()).message()).contains("more than 8388608 points");
  }
}
