package org.gridward.grid.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.CellLocator;
import org.gridward.grid.CellOutlines;
import org.gridward.grid.CellOutlines.Detail;
import org.gridward.grid.TestGround;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.Progress;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.RealCity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** New York as it comes from the city: three levels, 2,165 cells. */
@PostgisTest
@TestPropertySource(properties = "test.database=area-import") // with the import tests
class RealCityIT {

  @Autowired AreaImporter importer;
  @Autowired Areas areas;
  @Autowired CellLocator locator;
  @Autowired CellOutlines outlines;
  @Autowired JdbcClient jdbc;

  private ImportReport read(
      String file, String level, String code, @Nullable String parent, String name) {
    Instant start = Instant.now();
    AreaImportOptions options =
        new AreaImportOptions(
            RealCity.file(file),
            LevelName.parse(level),
            code,
            parent,
            name,
            null,
            level.startsWith("tract"),
            null,
            null,
            Instant.parse("2010-01-01T00:00:00Z"),
            false);
    ImportReport report = importer.run(options, Progress.SILENT).report();
    System.out.printf(
        "%s: %s in %d ms%n",
        file, report.summary(), Duration.between(start, Instant.now()).toMillis());
    report.repairs().stream().limit(5).forEach(repair -> System.out.println("  " + repair));
    report.faults().stream().limit(5).forEach(fault -> System.out.println("  " + fault));
    return report;
  }

  private List<ImportReport> city() {
    return List.of(
        read("boroughs.geojson", "borough:Borough:行政区", "borough_code", null, "name"),
        read(
            "neighbourhoods.geojson",
            "neighbourhood:Neighbourhood:社区",
            "NTACode",
            "BoroCode",
            "NTAName"),
        read(
            "tracts-epsg2263.shp.zip",
            "tract:Census tract:普查区",
            "BoroCT2010",
            "NTACode",
            "CTLabel"));
  }

  @Test
  void becomesThreeLevelsOfGround() throws IOException {
    TestGround.clear(jdbc);
    assertThat(city()).extracting(ImportReport::created).containsExactly(5L, 195L, 2165L);
    assertThat(city()).extracting(ImportReport::unchanged).containsExactly(5L, 195L, 2165L);
    assertThat(areas.listCells(AreaPath.ROOT)).hasSize(2165);
    drawsLightly();
    agreesWithPostgis();
  }

  private void drawsLightly() throws IOException {
    for (Detail detail : Detail.values()) {
      byte[] json = outlines.geoJson(List.of(AreaPath.ROOT), detail);
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
        out.write(json);
      }
      System.out.printf("cells %s: %d bytes, %d gzipped%n", detail, json.length, zipped.size());
      if (detail == Detail.LOW) {
        assertThat(zipped.size()).isLessThan(300_000);
      }
    }
  }

  private void agreesWithPostgis() {
    List<double[]> points = new ArrayList<>();
    Random random = new Random(311);
    for (int i = 0; i < 1_000; i++) {
      points.add(
          new double[] {-74.3 + random.nextDouble() * 0.65, 40.48 + random.nextDouble() * 0.45});
    }
    points.addAll(
        jdbc.sql(
                """
                select ST_X(p.geom) x, ST_Y(p.geom) y from area_boundary b,
                  lateral ST_DumpPoints(b.boundary) p
                where b.cell and hashtext(b.area_id || p.path::text) % 200 = 0
                """)
            .query((row, n) -> new double[] {row.getDouble("x"), row.getDouble("y")})
            .list());
    int inside = 0;
    for (double[] point : points) {
      var here = locator.locate(point[0], point[1]).map(Area::code);
      assertThat(locator.locateAt(point[0], point[1], Instant.now()).map(Area::code))
          .as("%s %s", point[0], point[1])
          .isEqualTo(here);
      inside += here.isPresent() ? 1 : 0;
    }
    System.out.printf("%d points agree with PostGIS, %d in a cell%n", points.size(), inside);
    assertThat(inside).isGreaterThan(points.size() / 4);
  }
}
