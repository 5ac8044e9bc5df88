package org.gridward.grid.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.Areas;
import org.gridward.grid.TestGround;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Fault;
import org.gridward.shared.imports.Progress;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@PostgisTest
@TestPropertySource(properties = "test.database=area-import")
class AreaRefusalsIT {

  @Autowired AreaImporter importer;
  @Autowired Areas areas;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @BeforeEach
  void startWithNothing() {
    TestGround.clear(jdbc);
  }

  private ImportReport read(String features) throws IOException {
    return read(features, null);
  }

  private ImportReport read(String features, @Nullable String crs) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("towns.json"),
            "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    AreaImportOptions options =
        new AreaImportOptions(
            file,
            LevelName.parse("hamlet"),
            "CODE",
            null,
            "NAME",
            null,
            false,
            crs,
            null,
            null,
            false);
    return importer.run(options, Progress.SILENT).report();
  }

  private static String town(String code, String name, int column) {
    return """
    {"type":"Feature","properties":{"CODE":"%s","NAME":"%s"},"geometry":
    {"type":"Polygon","coordinates":[[[%3$d,0],[%3$d.5,0],[%3$d.5,1],[%3$d,0]]]}}\
    """
        .formatted(code, name, column);
  }

  @Test
  void refusesAFileWithoutFeaturesAndMakesNoLevel() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("towns.json has no features");
    assertThat(jdbc.sql("select code from area_type").query(String.class).list()).isEmpty();
  }

  @Test
  void leavesOutWhatAWrongSystemMakesTooSmallToBeAnArea() throws IOException {
    ImportReport report = read(town("T1", "Degrees", 0), "EPSG:2263");
    assertThat(report.faults()).extracting(Fault::code).containsExactly("too-small");
    assertThat(report.faults().getFirst().message()).contains("EPSG:2263");
    assertThat(jdbc.sql("select code from area").query(String.class).list()).isEmpty();
  }

  @Test
  void leavesOutNamesThatAreNoNames() throws IOException {
    ImportReport report =
        read(
            String.join(
                ",",
                town("T1", "x".repeat(201), 0),
                town("T2", "a\\u0000b", 2),
                town("T\\u00003", "Third", 4),
                town("T4", "x".repeat(200), 6)));
    assertThat(report.faults())
        .extracting(Fault::code)
        .containsExactly("name-too-long", "attributes-unreadable", "attributes-unreadable");
    assertThat(report.faults().getFirst().message()).contains("NAME has 201 characters");
    assertThat(report.created()).isEqualTo(1);
    assertThat(areas.findByCode("T4")).isPresent();
  }
}
