package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTests {
  @TempDir Path folder;

  @Test
  void readsMembersInAnyOrder() {
    List<FeatureReading> read =
        readAll(
            """
            {"features": [
              {"geometry": {"coordinates": [[[0,0],[1,0,7],[1,1],[0,0]]], "type": "Polygon"},
               "properties": {"code": "A1", "n": 1000100.0, "big": 123456789012345678901234567890,
                              "names": {"zh": "甲"}, "none": null},
               "id": 7, "bbox": [0,0,1,1], "type": "Feature"},
              {"type": "Feature", "properties": null, "geometry": null}],
             "type": "FeatureCollection"}\
            """);
    Feature first = (Feature) read.get(0);
    assertThat(first.geometry()).hasToString("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    assertThat(first.text("code")).isEqualTo("A1");
    assertThat(first.text("n")).isEqualTo("1000100");
    assertThat(first.text("big")).isEqualTo("123456789012345678901234567890");
    assertThat(first.text("id")).isEqualTo("7");
    assertThat(first.text("none")).isNull();
    assertThat(((Feature) read.get(1)).geometry()).isNull();
  }

  @Test
  void takesTheCrsFromBehindTheFeatures() {
    Path file =
        write(
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},
              "geometry": {"type": "Point", "coordinates": [982024, 198914]}}],
             "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::2263"}, "type": "name"}}\
            """);
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      assertThat(source.crs().name()).isEqualTo("EPSG:2263");
      assertThat(source.count()).hasValue(1);
      assertThat(((Feature) source.next()).geometry()).isNotNull();
      assertThat(source.hasNext()).isFalse();
    }
    try (FeatureSource source = Features.open(file, new ReadOptions("EPSG:4326", null))) {
      assertThat(source.crs().name()).isEqualTo("EPSG:4326");
    }
  }

  @Test
  void reportsABadFeatureAndReadsOn() {
    List<FeatureReading> read =
        readAll(
            """
            {"type": "FeatureCollection", "features": [ 5, {"type": "Fature"},
              {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,1]]]}},
              {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[["0",0]]]}},
              {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[1e999,0]]]}},
              {"type": "Feature", "geometry": {"type": "Box", "coordinates": {"a": [1]}}},
              {"type": "Feature", "geometry": [1, 2]},
              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}]}\
            """);
    assertThat(read.subList(0, 7)).allMatch(FeatureFault.class::isInstance);
    assertThat(((FeatureFault) read.get(2)).code()).isEqualTo("invalid-ring");
    assertThat(read.get(7)).isInstanceOf(Feature.class);
    assertThat(read)
        .extracting(FeatureReading::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void closesAnOpenRingAndSaysSo() {
    Feature feature =
        (Feature)
            readAll(
                    """
                    {"type": "Feature", "properties": {}, "geometry":
                      {"type": "MultiPolygon", "coordinates": [[[[0,0],[1,0],[1,1]]]]}}\
                    """)
                .getFirst();
    assertThat(feature.geometry().isValid()).isTrue();
    assertThat(feature.repairs()).containsExactly("ring 1 was not closed: closed it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "[]",
        "{}",
        "null",
        "\"x\"",
        "{\"type\":\"FeatureCollection\"}",
        "{\"type\":\"Point\",\"coordinates\":[1,2]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{}",
        "no json",
        "{\"type\":\"FeatureCollection\",\"features\":[]} x",
        "{\"type\":\"FeatureCollection\",\"features\":{}}",
        "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{}}",
        "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":7}"
      })
  void refusesWhatIsNotAWholeFile(String json) {
    assertThatThrownBy(() -> readAll(json)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(() -> Features.open(folder.resolve("none.geojson"), ReadOptions.NONE))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file-unreadable"));
  }

  private List<FeatureReading> readAll(String json) {
    List<FeatureReading> read = new ArrayList<>();
    try (FeatureSource source = Features.open(write(json), ReadOptions.NONE)) {
      source.forEachRemaining(read::add);
    }
    return read;
  }

  private Path write(String json) {
    try {
      return Files.write(folder.resolve("test.geojson"), json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
