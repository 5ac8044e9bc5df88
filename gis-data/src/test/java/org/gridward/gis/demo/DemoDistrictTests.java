package org.gridward.gis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.geometry.BoundaryCheck;
import org.gridward.gis.geometry.BoundaryRepair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class DemoDistrictTests {
  private final DemoDistrict district = DemoDistrict.of(7);
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 2026, -5})
  void everyLevelIsAnExactCoverageOfTheLevelAbove(long seed) {
    DemoDistrict drawn = DemoDistrict.of(seed);
    assertThat(drawn.level(DemoLevel.CELL)).hasSizeBetween(60, 90);
    for (DemoLevel level : DemoLevel.values()) {
      assertThat(CoverageValidator.isValid(shapes(drawn.level(level)))).as(level.code()).isTrue();
    }
    for (DemoArea area : drawn.areas()) {
      assertThat(BoundaryRepair.check(area.boundary())).isInstanceOf(BoundaryCheck.Accepted.class);
      List<DemoArea> below =
          drawn.areas().stream().filter(other -> area.code().equals(other.parent())).toList();
      if (area.level() != DemoLevel.CELL) {
        Geometry union = CoverageUnion.union(shapes(below));
        assertThat(union.norm().equalsExact(area.boundary().norm())).as(area.code()).isTrue();
        assertThat(area.boundary().getNumGeometries()).as(area.code()).isEqualTo(1);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameDistrict() {
    assertThat(DemoDistrict.of(7)).isEqualTo(district).isNotEqualTo(DemoDistrict.of(8));
  }

  @Test
  void saysEverywhereThatItIsMadeUp() throws IOException {
    assertThat(district.areas())
        .allMatch(area -> area.nameEn().contains("made up") && area.nameZh().contains("虚构"));
    district.write(folder);
    assertThat(folder.resolve("README.txt")).content().contains("MADE UP").contains("虚构");
    assertThat(folder.resolve(DemoLevel.CELL.fileName())).content().contains("MADE UP");
  }

  @Test
  void everyCellHasOneMainAndABackup() {
    List<String> main = new ArrayList<>();
    Set<String> backup = new HashSet<>();
    for (WorkerRow worker : district.workers()) {
      main.addAll(worker.cells());
      backup.addAll(worker.backupCells());
      assertThat(worker.cells()).doesNotContainAnyElementsOf(worker.backupCells()).isNotEmpty();
    }
    List<String> cells = district.level(DemoLevel.CELL).stream().map(DemoArea::code).toList();
    assertThat(main).containsExactlyInAnyOrderElementsOf(cells);
    assertThat(backup).containsExactlyInAnyOrderElementsOf(cells);
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    district.write(folder);
    for (DemoLevel level : DemoLevel.values()) {
      List<DemoArea> expected = district.level(level);
      try (FeatureSource source =
          Features.open(folder.resolve(level.fileName()), ReadOptions.NONE)) {
        for (DemoArea area : expected) {
          Feature feature = (Feature) source.next();
          assertThat(feature.text("code")).isEqualTo(area.code());
          assertThat(feature.text("parent")).isEqualTo(area.parent());
          assertThat(feature.text("name_zh")).isEqualTo(area.nameZh());
          assertThat(feature.geometry().equalsTopo(area.boundary())).isTrue();
        }
        assertThat(source.hasNext()).isFalse();
      }
    }
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(Files.newBufferedReader(folder.resolve("workers.csv")))) {
      assertThat(rows.stream().map(row -> row.getField("login")))
          .containsExactlyElementsOf(district.workers().stream().map(WorkerRow::login).toList());
    }
  }

  private static Geometry[] shapes(List<DemoArea> areas) {
    return areas.stream().map(DemoArea::boundary).toArray(Geometry[]::new);
  }
}
