package org.gridward.facility.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.facility.Facilities;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityQuery;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.grid.TestGround;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Fault;
import org.gridward.shared.imports.Progress;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class FacilityImportIT {

  private static final String LON_LAT =
      "code=id,name=title,name_zh=zh,lon=x,lat=y,address=street+house,hours=open,capacity=seats";
  private static final String HEADING = "id,title,zh,x,y,street,house,open,seats\n";

  @Autowired FacilityImport importer;
  @Autowired Facilities facilities;
  @Autowired TestGround ground;
  @Autowired Journal journal;
  @TempDir Path folder;

  private ImportReport run(byte[] content, String columns, String kind, boolean dry) {
    try {
      return run(content, new ReadOptions(null, StandardCharsets.UTF_8), columns, kind, dry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportReport run(
      byte[] content, ReadOptions reading, String columns, String kind, boolean dry)
      throws IOException {
    Path file = Files.write(folder.resolve("places"), content);
    FacilityColumns parsed = FacilityColumns.parse(columns, "NO DATA");
    return importer.run(
        new FacilityImport.Options(
            file, reading, parsed, kind, Map.of("LIB", "library"), "t:", dry),
        Progress.SILENT);
  }

  private ImportReport csv(String rows) {
    return run((HEADING + rows).getBytes(StandardCharsets.UTF_8), LON_LAT, "child-care", false);
  }

  private Facility byCode(String code) {
    return facilities.list(new FacilityQuery(AreaPath.ROOT, null, null, 0, 100_000)).stream()
        .filter(each -> each.facts().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesRowsWithLongitudeAndLatitudeAndChangesNothingTheSecondTime() {
    var district = ground.district(1, 1);
    var at = district.centre(0);
    String rows =
        """
        a1,Sunny Days,阳光,%s,%s,Main St,12,Mo-Fr 08:00-18:00,NO DATA
        a2,,,%s,%s,,,,"1,200"
        """
            .formatted(at.lon(), at.lat(), at.lon(), at.lat());
    assertThat(csv(rows).summary())
        .isEqualTo("2 created, 0 changed, 0 unchanged, 0 repaired, 0 faults");
    Facility first = byCode("t:a1");
    assertThat(first.facts().names()).isEqualTo(Map.of("en", "Sunny Days", "zh", "阳光"));
    assertThat(first.facts().address()).isEqualTo("Main St 12");
    assertThat(first.facts().capacity()).isNull();
    assertThat(first.areaPath()).isEqualTo(district.cells().getFirst().path());
    assertThat(byCode("t:a2").facts().names()).isEqualTo(Map.of("en", "a2"));
    assertThat(byCode("t:a2").facts().capacity()).isEqualTo(1200);
    Cursor since = journal.head();
    assertThat(csv(rows).summary())
        .isEqualTo("0 created, 0 changed, 2 unchanged, 0 repaired, 0 faults");
    assertThat(journal.listAfter(since, first.areaPath(), 10)).isEmpty();
    assertThat(csv(rows.replace("Sunny Days", "Rainy Days")).summary())
        .isEqualTo("0 created, 1 changed, 1 unchanged, 0 repaired, 0 faults");
    assertThat(byCode("t:a1").version()).isEqualTo(1);
  }

  @Test
  void leavesFaultyRowsOutAndSaysWhy() {
    ImportReport report =
        csv(
            """
            b1,One,,,,,,,
            b2,Two,,x,1,,,,
            b3,Three,,10,200,,,,
            b4,Four,,10,20,,,always,
            b5,Five,,10,20,,,,many
            b6,Six,,10,20,,,,-1
            ,Seven,,10,20,,,,
            b8,Eight,,10,20,,,,
            b8,Eight again,,10,20,,,,
            """);
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.faults())
        .extracting(Fault::number, Fault::code)
        .containsExactly(
            tuple(1L, "place-missing"),
            tuple(2L, "geometry-unreadable"),
            tuple(3L, "facility-invalid"),
            tuple(4L, "hours-unreadable"),
            tuple(5L, "capacity-malformed"),
            tuple(6L, "facility-invalid"),
            tuple(7L, "code-missing"),
            tuple(9L, "code-duplicate"));
  }

  @Test
  void takesWktAndAColumnOfKindsAndABomAndMoreRowsThanABatch() {
    StringBuilder rows = new StringBuilder("\uFEFFid,title,geom,what\n");
    for (int i = 0; i < FacilityImport.BATCH + 5; i++) {
      rows.append("c%d,C,POINT (%d.5 3),LIB\n".formatted(i, i % 90));
    }
    rows.append("bad,C,POINT (x),LIB\n");
    rows.append("odd,C,POINT (1 2),CASTLE\n");
    byte[] content = rows.toString().getBytes(StandardCharsets.UTF_8);
    String columns = "code=id,name=title,wkt=geom,kind=what";
    assertThat(run(content, columns, null, true).created()).isEqualTo(FacilityImport.BATCH + 5);
    ImportReport report = run(content, columns, null, false);
    assertThat(report.created()).isEqualTo(FacilityImport.BATCH + 5);
    assertThat(report.faults())
        .extracting(Fault::code)
        .containsExactly("geometry-unreadable", "facility-kind-unknown");
    assertThat(byCode("t:c7").facts().kind()).isEqualTo("library");
    assertThat(byCode("t:c7").facts().lon()).isEqualTo(7.5);
  }

  /**
   * The known point of {@code Gcj02Tests}: 116.404, 39.915 is 116.41024449916938,
   * 39.91640428150164.
   */
  @Test
  void takesPlacesInTheSystemThatIsTold() throws IOException {
    Charset gbk = Charset.forName("GBK");
    byte[] named =
        "id,title,east,north\nz1,社区服务站,116.41024449916938,39.91640428150164\n".getBytes(gbk);
    run(
        named,
        new ReadOptions("gcj02", gbk),
        "code=id,name=title,lon=east,lat=north",
        "park",
        false);
    Facility station = byCode("t:z1");
    assertThat(station.facts().names().get("en")).isEqualTo("社区服务站");
    assertThat(station.facts().lon()).isCloseTo(116.404, within(3e-7));
    assertThat(station.facts().lat()).isCloseTo(39.915, within(3e-7));
    byte[] usual = "id,title,x,y\nz2,Q,500000,4400000\nz3,R,1e300,0\n".getBytes(gbk);
    for (String columns : List.of("code=id,name=title", "code=id,name=title,lon=x,lat=y")) {
      ImportReport report = run(usual, new ReadOptions("EPSG:4548", gbk), columns, "park", false);
      assertThat(byCode("t:z2").facts().lon()).isCloseTo(117, within(1e-9));
      assertThat(byCode("t:z2").facts().lat()).isBetween(39.7, 39.75);
      assertThat(report.faults()).extracting(Fault::code).containsExactly("outside-crs");
    }
  }

  @Test
  void takesGeoJsonPointsAndPolygons() {
    String json =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"id": "g1", "title": "P"},
           "geometry": {"type": "Point", "coordinates": [5, 6]}},
          {"type": "Feature", "properties": {"id": "g2", "title": "Q"},
           "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 0]]]}},
          {"type": "Feature", "properties": {"id": "g3", "title": "R"}, "geometry": null}]}
        """;
    ImportReport report =
        run(json.getBytes(StandardCharsets.UTF_8), "code=id,name=title", "park", false);
    assertThat(report.created()).isEqualTo(2);
    assertThat(report.faults()).extracting(Fault::code).containsExactly("place-missing");
    assertThat(byCode("t:g1").facts().lat()).isEqualTo(6);
    assertThat(byCode("t:g2").facts().lon()).isBetween(0.0, 2.0);
  }

  @Test
  void refusesAFileWithoutTheColumnsAndNeverBreaksOnNoise() {
    assertThatThrownBy(
            () -> run("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), LON_LAT, "park", false))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("column-missing"));
    Random random = new Random(5);
    for (String start : List.of("", HEADING, "{\"type\":", "PK\u0003\u0004", "\u0000\u0000'\n")) {
      for (int i = 0; i < 20; i++) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(head, head.length + noise.length);
        System.arraycopy(noise, 0, content, head.length, noise.length);
        try {
          assertThat(run(content, LON_LAT, "park", true).created()).isLessThan(300);
        } catch (Problem problem) {
          assertThat(problem.code()).isNotBlank();
        }
      }
    }
  }
}
