package org.gridward.grid.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.gis.exports.ExportFormat;
import org.gridward.grid.AreaExport;
import org.gridward.grid.AreaExport.Form;
import org.gridward.grid.AreaExport.Selection;
import org.gridward.grid.Areas;
import org.gridward.grid.CrsUnfit;
import org.gridward.grid.TestGround;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.Progress;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Areas that went out and came in again are what they were. */
@PostgisTest
@TestPropertySource(properties = "test.database=area-import")
class AreaRoundTripIT {

  private static final String NOW = "2026-01-01T00:00:00Z";

  @Autowired AreaImporter importer;
  @Autowired AreaExport export;
  @Autowired Areas areas;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @BeforeEach
  void startWithATownOfThreeCells() {
    TestGround.clear(jdbc);
    Path towns = new Squares().add("T1", "", 0, 0, 40).write(folder, "towns.json");
    Path cells =
        new Squares()
            .add("C1", "T1", 0, 0, 1 / 3.0)
            .add("C2", "T1", 5, 0, 1e-3)
            .raw(
                "C3",
                "T1",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0.1,0.1],[0.4,0.1],[0.4,0.4],[0.1,0.1]],"
                    + "[[0.2,0.13],[0.3,0.13],[0.3,0.16],[0.2,0.13]]]}")
            .write(folder, "cells.json");
    run(towns, "town", "CODE", null, "NAME", "NAME_ZH", false);
    run(cells, "cell", "CODE", "UP", "NAME", "NAME_ZH", true);
  }

  private ImportReport run(
      Path file,
      String level,
      String code,
      @Nullable String parent,
      String name,
      String nameZh,
      boolean cell) {
    return run(file, level, code, parent, name, nameZh, cell, null);
  }

  private ImportReport run(
      Path file,
      String level,
      String code,
      @Nullable String parent,
      String name,
      String nameZh,
      boolean cell,
      @Nullable String crs) {
    return importer
        .run(
            new AreaImportOptions(
                file,
                LevelName.parse(level),
                code,
                parent,
                name,
                nameZh,
                cell,
                crs,
                null,
                null,
                Instant.parse(NOW),
                false),
            Progress.SILENT)
        .report();
  }

  @ParameterizedTest
  @EnumSource
  void changesNothingWhenItComesBack(ExportFormat format) throws IOException {
    Path towns = exported(format, "town");
    Path cells = exported(format, "cell");
    assertThat(run(towns, "town", "code", null, "name_en", "name_zh", false).summary())
        .isEqualTo("0 created, 0 changed, 1 unchanged, 0 repaired, 0 faults");
    assertThat(run(cells, "cell", "code", "parent", "name_en", "name_zh", true).summary())
        .isEqualTo("0 created, 0 changed, 3 unchanged, 0 repaired, 0 faults");
    List<String> before = boundaries();
    TestGround.clear(jdbc);
    run(towns, "town", "code", null, "name_en", "name_zh", false);
    run(cells, "cell", "code", "parent", "name_en", "name_zh", true);
    assertThat(boundaries()).isEqualTo(before);
    assertThat(areas.getByCode("C2").names()).isEqualTo(Map.of("en", "Name of C2", "zh", "名C2"));
  }

  @ParameterizedTest
  @CsvSource({
    "GEOPACKAGE, EPSG:3857",
    "CSV, EPSG:3857",
    "CSV, EPSG:4490",
    "GEOPACKAGE, EPSG:32631",
    "CSV, EPSG:32631"
  })
  void comesBackWithinAMillimetreInAnotherSystem(ExportFormat format, String crs)
      throws IOException {
    Path towns = exported(format, "town", crs);
    Path cells = exported(format, "cell", crs);
    Map<String, Geometry> before = shapes();
    TestGround.clear(jdbc);
    run(towns, "town", "code", null, "name_en", "name_zh", false, crs);
    assertThat(run(cells, "cell", "code", "parent", "name_en", "name_zh", true, crs).summary())
        .isEqualTo("3 created, 0 changed, 0 unchanged, 0 repaired, 0 faults");
    Map<String, Geometry> after = shapes();
    assertThat(after).hasSize(4).containsOnlyKeys(before.keySet());
    double metres =
        after.keySet().stream()
            .mapToDouble(
                code -> DiscreteHausdorffDistance.distance(before.get(code), after.get(code)))
            .map(degrees -> degrees * 111_320)
            .max()
            .orElseThrow();
    assertThat(metres).isLessThan(0.001);
  }

  private Map<String, Geometry> shapes() {
    Map<String, Geometry> shapes = new HashMap<>();
    jdbc.sql(
            """
            select a.code, ST_AsText(b.boundary) as boundary from area a
            join area_boundary b on b.area_id = a.id and b.valid_until is null
            """)
        .query(
            row -> {
              try {
                shapes.put(row.getString("code"), new WKTReader().read(row.getString("boundary")));
              } catch (ParseException e) {
                throw new IllegalStateException(e);
              }
            });
    return shapes;
  }

  @ParameterizedTest
  @CsvSource({
    "GEOJSON, EPSG:3857, crs-not-of-format",
    "KML, EPSG:4547, crs-not-of-format",
    "CSV, EPSG:1, crs-not-registered",
    "CSV, bd09, crs-not-registered",
    "CSV, EPSG:4547, outside-crs"
  })
  void saysWhyItIsNotWritten(ExportFormat format, String crs, String code) {
    assertThatThrownBy(() -> exported(format, "cell", crs))
        .isInstanceOfSatisfying(CrsUnfit.class, unfit -> assertThat(unfit.code()).isEqualTo(code));
  }

  /** To the last bit. */
  private List<String> boundaries() {
    return jdbc.sql(
            """
            select a.code || ' ' || p.code || ' ' || encode(ST_AsBinary(ST_Normalize(b.boundary)), 'hex')
            from area a left join area p on p.id = a.parent_id
            join area_boundary b on b.area_id = a.id
            where p.id is not null and b.valid_until is null order by a.code
            """)
        .query(String.class)
        .list();
  }

  private Path exported(ExportFormat format, String level) throws IOException {
    return exported(format, level, null);
  }

  private Path exported(ExportFormat format, String level, @Nullable String crs)
      throws IOException {
    Path file = folder.resolve(level + "." + format.extension());
    try (OutputStream out = Files.newOutputStream(file)) {
      Selection selection = export.select(List.of(AreaPath.ROOT), level);
      export.write(selection, Form.of(format, crs), out);
    }
    return file;
  }
}
