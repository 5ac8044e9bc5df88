package org.gridward.gis.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridward.gis.crs.OutputCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;

/** What goes out comes in as it was. */
class ExportRoundTripTests {
  private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void readsBackEveryBit(ExportFormat format) throws IOException {
    List<ExportedArea> areas = new MadeUpAreas(7).list(200);
    List<Feature> read = roundTrip(format, areas);
    assertThat(read).hasSameSizeAs(areas);
    for (int i = 0; i < areas.size(); i++) {
      ExportedArea area = areas.get(i);
      Feature feature = read.get(i);
      assertThat(parts(feature.geometry()).equalsExact(parts(area.boundary()), 0))
          .as("%s differs from %s", feature.geometry(), area.boundary())
          .isTrue();
      assertThat(feature.text("code")).isEqualTo(area.code());
      assertThat(feature.text("parent")).isEqualTo(area.parentCode());
      assertThat(feature.text("level")).isEqualTo("cell");
      assertThat(feature.text("name_en")).isEqualTo(area.names().get("en"));
      assertThat(feature.text("name_zh")).isEqualTo(area.names().get("zh"));
      assertThat(feature.text("cell"))
          .isIn(area.cell() ? "true" : "false", area.cell() ? "1" : "0");
    }
  }

  /** KML does not tell one polygon from a collection of one. */
  private static Geometry parts(Geometry geometry) {
    Geometry[] parts = new Geometry[geometry.getNumGeometries()];
    Arrays.setAll(parts, geometry::getGeometryN);
    return new GeometryFactory().createGeometryCollection(parts).norm();
  }

  @ParameterizedTest
  @EnumSource
  void writesAnAreaWithoutABoundaryAndNoAreasAtAll(ExportFormat format) throws IOException {
    ExportedArea bare =
        new ExportedArea("A", null, "town", Map.of("en", "bell \u0007"), false, null);
    assertThat(roundTrip(format, List.of(bare)).getFirst().geometry()).isNull();
    assertThat(roundTrip(format, List.of())).isEmpty();
  }

  @Test
  void findsTheFormatByExtension() {
    assertThat(ExportFormat.find("/a/b.GPKG")).contains(ExportFormat.GEOPACKAGE);
    assertThat(ExportFormat.find("json")).contains(ExportFormat.GEOJSON);
    assertThat(ExportFormat.find("a.zip")).isEmpty();
  }

  @Test
  void leavesNoTemporaryFileOfABrokenExport() throws IOException {
    long before = temporary();
    try (AreaWriter writer =
        ExportFormat.GEOPACKAGE.begin(
            new ByteArrayOutputStream(), List.of("en"), NOW, OutputCrs.WGS84)) {
      writer.write(new MadeUpAreas(1).list(1).getFirst());
    }
    assertThat(temporary()).isEqualTo(before);
  }

  private static long temporary() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.toString().contains("gridward-areas")).count();
    }
  }

  private List<Feature> roundTrip(ExportFormat format, List<ExportedArea> areas)
      throws IOException {
    Path file = folder.resolve("areas." + format.extension());
    try (var out = Files.newOutputStream(file);
        AreaWriter writer = format.begin(out, List.of("zh", "en"), NOW, OutputCrs.WGS84)) {
      for (ExportedArea area : areas) {
        writer.write(area);
      }
      writer.finish();
    }
    List<Feature> read = new ArrayList<>();
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      assertThat(source.crs().name()).isEqualTo("EPSG:4326");
      assertThat(source.count()).hasValue(areas.size());
      source.forEachRemaining(reading -> read.add((Feature) reading));
    }
    return read;
  }

  @Test
  void turnsRingsOfGeoJsonAsItsStandardAsks() throws Exception {
    Geometry clockwise =
        new WKTReader().read("MULTIPOLYGON(((0 0,0 9,9 9,9 0,0 0),(1 1,2 1,2 2,1 2,1 1)))");
    ExportedArea area =
        new ExportedArea("a", null, "cell", Map.of("en", "a"), true, (MultiPolygon) clockwise);
    Geometry read = roundTrip(ExportFormat.GEOJSON, List.of(area)).getFirst().geometry();
    Polygon polygon = (Polygon) read.getGeometryN(0);
    assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
    assertThat(Orientation.isCCW(polygon.getInteriorRingN(0).getCoordinates())).isFalse();
  }
}
