package org.gridward.gis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridward.gis.demo.NeighbourhoodWorkers.CellOf;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;

class NeighbourhoodWorkersTests {
  @Test
  void sharesTheCellsAndStandsInForTheNeighbour() {
    List<CellOf> cells =
        List.of(
            new CellOf("3", "BK"),
            new CellOf("1", "BK"),
            new CellOf("2", "BK"),
            new CellOf("9", "AA"));
    List<WorkerRow> workers = NeighbourhoodWorkers.of(cells, 2);
    assertThat(workers).extracting(WorkerRow::login).containsExactly("aa-1", "bk-1", "bk-2");
    assertThat(workers)
        .extracting(WorkerRow::cells)
        .containsExactly(List.of("9"), List.of("1"), List.of("2", "3"));
    assertThat(workers)
        .extracting(WorkerRow::backupCells)
        .containsExactly(List.of(), List.of("2", "3"), List.of("1"));
  }

  @Test
  void givesEveryTractOfTheRealCityOneMainWorker() {
    List<CellOf> cells =
        NeighbourhoodWorkers.readCells(
            RealCity.file("tracts-epsg2263.shp.zip"), ReadOptions.NONE, "BoroCT2010", "NTACode");
    List<WorkerRow> workers = NeighbourhoodWorkers.of(cells, 3);
    assertThat(workers.stream().flatMap(worker -> worker.cells().stream()))
        .hasSize(2165)
        .doesNotHaveDuplicates();
    assertThat(workers)
        .extracting(WorkerRow::login)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(195);
  }
}
