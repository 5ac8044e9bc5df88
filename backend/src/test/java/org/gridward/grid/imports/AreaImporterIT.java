package org.gridward.grid.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.BoundaryHistory;
import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.shared.AreaPath;
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
class AreaImporterIT {

  private static final double MIDDLE = Squares.STEP / 2;

  @Autowired AreaImporter importer;
  @Autowired Areas areas;
  @Autowired CellLocator locator;
  @Autowired BoundaryHistory history;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @BeforeEach
  void startWithTwoTowns() {
    TestGround.clear(jdbc);
    Path towns =
        new Squares().add("T1", "", 0, 0, 40).add("T2", "", 40, 0, 40).write(folder, "towns.json");
    importer.run(
        options(towns, "town:Town:镇", null, false, "2020-01-01T00:00:00Z"), Progress.SILENT);
  }

  private AreaImportOptions options(
      Path file, String level, @Nullable String parent, boolean cell, @Nullable String effective) {
    return new AreaImportOptions(
        file,
        LevelName.parse(level),
        "CODE",
        parent,
        "NAME",
        "NAME_ZH",
        cell,
        null,
        null,
        effective == null ? null : Instant.parse(effective),
        false);
  }

  private ImportReport cells(Squares squares, String effective) {
    Path file = squares.write(folder, "cells.json");
    return importer.run(options(file, "cell", "UP", true, effective), Progress.SILENT).report();
  }

  @Test
  void importsALevelUnderItsParents() {
    ImportReport report =
        cells(
            new Squares().add("C1", "T1", 0, 0, 1).add("C2", "T2", 40, 0, 1),
            "2020-01-01T00:00:00Z");
    assertThat(report.summary())
        .isEqualTo("2 created, 0 changed, 0 unchanged, 0 repaired, 0 faults");
    Area cell = areas.getByCode("C2");
    assertThat(cell.names()).isEqualTo(Map.of("en", "Name of C2", "zh", "名C2"));
    assertThat(areas.listPath(cell.path())).extracting(Area::code).containsExactly("T2", "C2");
    assertThat(areas.listTypes().get(0).names()).isEqualTo(Map.of("en", "Town", "zh", "镇"));
    assertThat(areas.listTypes().get(1).cell()).isTrue();
    assertThat(locator.locate(40 * Squares.STEP + MIDDLE, MIDDLE)).contains(cell);
  }

  @Test
  void changesNothingTheSecondTime() {
    Squares squares = new Squares().add("C1", "T1", 0, 0, 1).add("C2", "T2", 40, 0, 1);
    cells(squares, "2020-01-01T00:00:00Z");
    long journalled = journalled();
    ImportReport again = cells(squares, "2020-01-01T00:00:00Z");
    assertThat(again.summary())
        .isEqualTo("0 created, 0 changed, 2 unchanged, 0 repaired, 0 faults");
    assertThat(cells(squares, "2021-01-01T00:00:00Z").unchanged()).isEqualTo(2);
    assertThat(journalled()).isEqualTo(journalled);
    assertThat(history.listOf(areas.getByCode("C1").id())).hasSize(1);
  }

  private long journalled() {
    return jdbc.sql("select count(*) from journal_entry where kind = 'areas.changed'")
        .query(Long.class)
        .single();
  }

  @Test
  void keepsTheOldBoundaryOfAChangedCell() {
    cells(new Squares().add("C1", "T1", 0, 0, 1), "2020-01-01T00:00:00Z");
    ImportReport report = cells(new Squares().add("C1", "T1", 5, 5, 1), "2024-01-01T00:00:00Z");
    Area cell = areas.getByCode("C1");
    double there = 5 * Squares.STEP + MIDDLE;
    assertThat(report.changed()).isEqualTo(1);
    assertThat(locator.locate(MIDDLE, MIDDLE)).isEmpty();
    assertThat(locator.locate(there, there)).contains(cell);
    Instant before = Instant.parse("2023-12-31T23:59:59.999999Z");
    assertThat(locator.locateAt(MIDDLE, MIDDLE, before)).contains(cell);
    assertThat(locator.locateAt(there, there, before)).isEmpty();
    assertThat(locator.locateAt(there, there, Instant.parse("2024-01-01T00:00:00Z")))
        .contains(cell);
    assertThat(history.listOf(cell.id())).hasSize(2);
  }

  @Test
  void takesAnotherName() {
    cells(new Squares().add("C1", "T1", 0, 0, 1), "2020-01-01T00:00:00Z");
    jdbc.sql("update area set names = '{\"en\": \"Old\"}' where code = 'C1'").update();
    assertThat(cells(new Squares().add("C1", "T1", 0, 0, 1), "2021-01-01T00:00:00Z").changed())
        .isEqualTo(1);
    assertThat(areas.getByCode("C1").names()).containsEntry("en", "Name of C1");
    assertThat(history.listOf(areas.getByCode("C1").id())).hasSize(1);
  }

  @Test
  void collectsEveryFaultWithItsNumberAndReason() {
    cells(new Squares().add("C0", "T1", 30, 30, 1), "2024-01-01T00:00:00Z");
    ImportReport report =
        cells(
            new Squares()
                .add("C1", "T1", 0, 0, 1)
                .add("C2", "T9", 1, 0, 1)
                .add("C1", "T1", 2, 0, 1)
                .add("T1", "T2", 3, 0, 1)
                .raw("C5", "T1", "null")
                .raw("C6", "T1", "{\"type\":\"Polygon\",\"coordinates\":[]}")
                .raw("C7", "T1", "{\"type\":\"Point\",\"coordinates\":[0,0]}")
                .raw("C8", "T1", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}")
                .add("", "T1", 4, 0, 1)
                .add("C0", "T2", 30, 30, 1)
                .add("C11", "T1", 5, 0, 1),
            "2024-06-01T00:00:00Z");
    assertThat(report.created()).isEqualTo(2);
    assertThat(report.faults())
        .extracting(Fault::number, Fault::code)
        .contains(
            tuple(2L, "parent-unknown"),
            tuple(3L, "code-duplicate"),
            tuple(4L, "code-of-another-level"),
            tuple(5L, "empty-geometry"),
            tuple(6L, "empty-geometry"),
            tuple(7L, "not-polygonal"),
            tuple(9L, "code-missing"),
            tuple(10L, "parent-changed"));
    assertThat(report.faults())
        .hasSize(9)
        .isSortedAccordingTo(java.util.Comparator.comparing(Fault::number));
  }

  @Test
  void repairsWhatIsSafeAndSaysSo() {
    ImportReport report =
        cells(
            new Squares()
                .raw(
                    "C1",
                    "T1",
                    "{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[0.1,0],[0.1,0.1],[0.1,0.2],[0.1,0.1],[0,0.1],[0,0]]]}"),
            "2020-01-01T00:00:00Z");
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.repaired()).isEqualTo(1);
    assertThat(report.repairs().getFirst().message()).startsWith("C1: ");
    assertThat(locator.locate(0.05, 0.05))
        .as(
            jdbc.sql("select ST_AsText(boundary) from area_boundary where cell")
                .query(String.class)
                .single())
        .isPresent();
  }

  @Test
  void refusesABoundaryThatWouldBeginBeforeTheOneInForce() {
    cells(new Squares().add("C1", "T1", 0, 0, 1), "2024-01-01T00:00:00Z");
    assertThat(cells(new Squares().add("C1", "T1", 9, 9, 1), "2023-01-01T00:00:00Z").faults())
        .extracting(Fault::code)
        .containsExactly("effective-too-early");
  }

  @Test
  void goesOnWhereAStoppedImportWas() {
    Squares squares = new Squares();
    for (int i = 0; i < 450; i++) {
      squares.add("C%03d".formatted(i), i == 3 ? "T9" : "T1", i % 40, i / 40, 1);
    }
    squares.add("C000", "T1", 0, 30, 1);
    AreaImportOptions options =
        options(squares.write(folder, "many.json"), "cell", "UP", true, null);
    assertThatThrownBy(
            () ->
                importer.run(
                    options,
                    (done, total) -> {
                      if (done == 430) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    assertThat(areas.listCells(AreaPath.ROOT)).hasSize(399);

    var outcome = importer.run(options, Progress.SILENT);
    assertThat(outcome.resumedAfter()).isEqualTo(400);
    assertThat(outcome.report().created()).isEqualTo(449);
    assertThat(outcome.report().faults())
        .extracting(Fault::number, Fault::code)
        .containsExactly(tuple(4L, "parent-unknown"), tuple(451L, "code-duplicate"));
    assertThat(importer.run(options, Progress.SILENT).report().unchanged()).isEqualTo(449);
  }

  @Test
  void saysHowManyAreInWhenItIsCancelled() {
    Squares squares = new Squares();
    for (int i = 0; i < 450; i++) {
      squares.add("C%03d".formatted(i), "T1", i % 40, i / 40, 1);
    }
    AreaImportOptions options =
        options(squares.write(folder, "cancel.json"), "cell", "UP", true, null);
    ImportJob job = new ImportJob("cancel.json", false);
    List<Long> written = new ArrayList<>();
    assertThatThrownBy(() -> importer.run(options, cancelling(job, 430, written)))
        .isInstanceOf(ImportRefused.class);
    job.failed("import-cancelled", "");
    assertThat(job.state()).isEqualTo(ImportJob.State.CANCELLED);
    assertThat(job.done()).isEqualTo(430);
    assertThat(job.report().created()).isEqualTo(400);
    assertThat(written).as("counted before a batch is written").containsExactly(0L, 200L, 400L);

    ImportJob again = new ImportJob("cancel.json", false);
    assertThat(importer.run(options, cancelling(again, -1, written)).report().created())
        .isEqualTo(450);
    assertThat(again.done()).isEqualTo(450);
  }

  /** Cancels at a feature; notes how many were counted whenever something was written. */
  private static Progress cancelling(ImportJob job, long at, List<Long> written) {
    return new Progress() {
      @Override
      public void at(long done, OptionalLong total) {
        if (done == at) {
          job.cancel();
        }
        job.at(done, total);
      }

      @Override
      public void written(ImportReport soFar) {
        written.add(job.done());
        job.written(soFar);
      }
    };
  }

  @Test
  void writesNothingInADryRun() {
    Path file = new Squares().add("C1", "T1", 0, 0, 1).write(folder, "dry.json");
    AreaImportOptions dry =
        new AreaImportOptions(
            file,
            LevelName.parse("cell"),
            "CODE",
            "UP",
            "NAME",
            null,
            true,
            null,
            null,
            null,
            true);
    assertThat(importer.run(dry, Progress.SILENT).report().created()).isEqualTo(1);
    assertThat(areas.findByCode("C1")).isEmpty();
    assertThat(areas.listTypes()).hasSize(1);
    assertThat(jdbc.sql("select count(*) from area_import").query(Long.class).single())
        .isEqualTo(1); // the towns
  }

  @Test
  void putsAllUnderOneParentNamedByItsCode() {
    Path file = new Squares().add("C1", "", 0, 0, 1).write(folder, "one.json");
    importer.run(options(file, "cell", "T2", true, null), Progress.SILENT);
    assertThat(areas.listChildren(areas.getByCode("T2").id()))
        .extracting(Area::code)
        .containsExactly("C1");
  }

  @Test
  void listsTheColumnsThereAreWhenOneIsMissing() {
    Path file = new Squares().add("C1", "T1", 0, 0, 1).write(folder, "cells.json");
    assertThatThrownBy(
            () -> importer.run(options(file, "cell", "PARENT", true, null), Progress.SILENT))
        .isInstanceOf(ImportRefused.class)
        .hasMessageContaining("PARENT")
        .hasMessageContaining("CODE, UP, NAME, NAME_ZH");
  }

  @Test
  void refusesALevelThatDoesNotFitTheTree() {
    Path file = new Squares().add("C1", "T1", 0, 0, 1).write(folder, "cells.json");
    assertThatThrownBy(() -> importer.run(options(file, "cell", null, true, null), Progress.SILENT))
        .hasMessageContaining("--parent");
    importer.run(options(file, "cell", "UP", true, null), Progress.SILENT);
    assertThatThrownBy(() -> importer.run(options(file, "room", "UP", true, null), Progress.SILENT))
        .hasMessageContaining("nothing stands under a cell");
    assertThatThrownBy(
            () ->
                importer.run(
                    options(file, "cell", "UP", true, "2999-01-01T00:00:00Z"), Progress.SILENT))
        .hasMessageContaining("future");
  }

  @Test
  void saysInOneSentenceThatACrsIsUnknown() {
    Path file = new Squares().add("C1", "T1", 0, 0, 1).write(folder, "cells.json");
    AreaImportOptions odd =
        new AreaImportOptions(
            file,
            LevelName.parse("cell"),
            "CODE",
            "UP",
            "NAME",
            null,
            true,
            "EPSG:999999",
            null,
            null,
            false);
    assertThatThrownBy(() -> importer.run(odd, Progress.SILENT))
        .isInstanceOfAny(UnreadableFile.class)
        .hasMessageContaining("999999");
  }

  @Test
  void tellsTheJournalWhatChanged() {
    long before = journalled();
    cells(new Squares().add("C1", "T1", 0, 0, 1).add("C2", "T1", 1, 0, 1), "2020-01-01T00:00:00Z");
    assertThat(journalled()).isEqualTo(before + 1);
    var entry =
        jdbc.sql(
                """
                select area_path, payload->>'created' from journal_entry
                where kind = 'areas.changed' order by id desc limit 1
                """)
            .query((row, n) -> row.getString(1) + " " + row.getString(2))
            .single();
    assertThat(entry).isEqualTo(areas.getByCode("T1").path() + " 2");
  }

  /** An edit between two batches takes the parent away of what is still to come. */
  @Test
  void standsNothingUnderAnAreaThatIsGoneMeanwhile() {
    Squares squares = new Squares();
    for (int i = 0; i < AreaImporter.BATCH + 10; i++) {
      squares.add("C" + i, "T2", 40 + i, 0, 1);
    }
    Path file = squares.write(folder, "cells.json");
    Progress retiring =
        new Progress() {
          @Override
          public void at(long done, OptionalLong of) {
            if (done == AreaImporter.BATCH + 5) {
              jdbc.sql("update area set retired_at = now() where code = 'T2'").update();
            }
          }

          @Override
          public void written(ImportReport soFar) {}
        };
    ImportReport report =
        importer.run(options(file, "cell", "UP", true, "2020-01-01T00:00:00Z"), retiring).report();
    assertThat(report.created()).isEqualTo(AreaImporter.BATCH);
    assertThat(report.faults())
        .hasSize(10)
        .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("parent-retired"));
  }
}
