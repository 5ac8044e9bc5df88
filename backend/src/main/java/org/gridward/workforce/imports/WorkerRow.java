package org.gridward.workforce.imports;

import java.util.List;
import java.util.Set;
import org.gridward.grid.Area;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** A row without a fault. */
record WorkerRow(
    long number,
    String name,
    String login,
    @Nullable String rank,
    Set<String> skills,
    List<Area> cells,
    List<Area> backupCells,
    @Nullable String unit) {

  /** The smallest area that holds all the cells. */
  AreaPath area() {
    AreaPath common = cells.isEmpty() ? backupCells.getFirst().path() : cells.getFirst().path();
    for (Area cell : cells) {
      common = common(common, cell.path());
    }
    for (Area cell : backupCells) {
      common = common(common, cell.path());
    }
    return common;
  }

  private static AreaPath common(AreaPath one, AreaPath other) {
    AreaPath common = one;
    while (!common.contains(other)) {
      common = common.parent();
    }
    return common;
  }
}
