package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gridward.gis.exports.ExportFormat;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.grid.Area;
import org.gridward.grid.AreaExport;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Caller;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.security.CallerAuthentication;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@PostgisTest
class AreaExportIT {

  @Autowired WebApplicationContext context;
  @Autowired TestGround ground;
  @Autowired AreaExport export;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  private MockMvcTester mvc;
  private District mine;

  @BeforeEach
  void signInToOneDistrict() {
    mvc = MockMvcTester.from(context);
    mine = ground.district(2, 60);
    ground.district(1, 2);
    signIn(mine.top().path());
  }

  private static void signIn(AreaPath... places) {
    List<Grant> grants = Stream.of(places).map(place -> new Grant(Role.OPERATOR, place)).toList();
    Caller caller = new Caller(7, "olga", "Olga", grants);
    SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller, false));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @CsvSource({
    "geojson, application/geo+json",
    "gpkg, application/geopackage+sqlite3",
    "csv, text/csv;charset=UTF-8",
    "kml, application/vnd.google-earth.kml+xml"
  })
  void sendsExactlyWhatTheCallerSees(String format, String mediaType) throws Exception {
    MvcTestResult result = get("?format=" + format);
    assertThat(result).hasStatusOk().hasContentType(mediaType);
    assertThat(result.getResponse().getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"areas." + format + "\"");
    List<Area> expected =
        Stream.of(List.of(mine.top()), mine.communities(), mine.cells())
            .flatMap(level -> level.stream().sorted(Comparator.comparing(Area::code)))
            .toList();
    List<Feature> read = read(result);
    assertThat(read)
        .extracting(feature -> feature.text("code"))
        .containsExactlyElementsOf(expected.stream().map(Area::code).toList());
    Feature cell = read.getLast();
    assertThat(cell.text("parent")).isEqualTo(mine.communities().get(1).code());
    assertThat(cell.text("level")).isEqualTo("cell");
    assertThat(cell.text("cell")).isIn("true", "1");
    assertThat(cell.text("name_zh")).isEqualTo("区域 " + cell.text("code"));
    assertThat(cell.geometry().getEnvelopeInternal().getWidth()).isEqualTo(TestGround.STEP);
    assertThat(read.getFirst().text("parent")).isNull();
  }

  @Test
  void sendsOneLevelWithParentsOnlyWhereTheCallerSeesThem() throws Exception {
    List<Feature> cells = read(get("?level=cell"));
    assertThat(cells).hasSize(120);
    assertThat(cells.getFirst().text("parent")).isEqualTo(mine.communities().getFirst().code());
    signIn(mine.cells().get(0).path(), mine.communities().get(1).path());
    List<Feature> seen = read(get("?format=csv"));
    assertThat(seen).hasSize(62);
    assertThat(text(seen, mine.cells().get(0), "parent")).isNull();
    assertThat(text(seen, mine.communities().get(1), "parent")).isNull();
    assertThat(text(seen, mine.cells().get(60), "parent"))
        .isEqualTo(mine.communities().get(1).code());
  }

  private static String text(List<Feature> features, Area area, String attribute) {
    return features.stream()
        .filter(feature -> area.code().equals(feature.text("code")))
        .findFirst()
        .orElseThrow()
        .text(attribute);
  }

  @Test
  void sendsNothingToWhoSeesNothing() throws Exception {
    signIn();
    assertThat(read(get(""))).isEmpty();
  }

  @Test
  void refusesAnUnknownFormatOrLevel() {
    for (String query : new String[] {"?format=exe", "?level=galaxy"}) {
      MvcTestResult result = get(query);
      if (result.getUnresolvedException() == null) {
        assertThat(result).hasStatus(422);
      } else {
        assertThat(result.getUnresolvedException()).hasMessageContaining("unknown");
      }
    }
  }

  private MvcTestResult get(String query) {
    return mvc.get().uri("/api/areas/export" + query).exchange();
  }

  private List<Feature> read(MvcTestResult result) throws Exception {
    byte[] body = result.getResponse().getContentAsByteArray();
    Path file = Files.write(folder.resolve("export"), body);
    List<Feature> read = new ArrayList<>();
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      source.forEachRemaining(reading -> read.add((Feature) reading));
    }
    return read;
  }

  @Test
  void writesTheBoundariesOfOneMoment() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    OutputStream editing =
        new OutputStream() {
          @Override
          public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int count) {
            if (written.size() == 0) { // somebody edits while the first of two batches is written
              CompletableFuture.runAsync(() -> moveTheLastCell()).join();
            }
            written.write(bytes, from, count);
          }
        };
    export.write(export.select(List.of(mine.top().path()), null), ExportFormat.CSV, editing);
    Path file = Files.write(folder.resolve("moment.csv"), written.toByteArray());
    Geometry last = null;
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      while (source.hasNext()) {
        last = ((Feature) source.next()).geometry();
      }
    }
    assertThat(last.getEnvelopeInternal().getMaxX()).isEqualTo(mine.west() + 120 * TestGround.STEP);
  }

  private void moveTheLastCell() {
    jdbc.sql(
            "update area_boundary set boundary = ST_Translate(boundary, 0.25, 0) where area_id = ?")
        .param(mine.cells().getLast().id())
        .update();
  }
}
