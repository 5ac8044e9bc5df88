package org.gridward.workforce.imports;

/** Which columns of the file hold what; all but name, login and cells may be missing. */
record WorkerColumns(
    String name,
    String login,
    String cells,
    String rank,
    String skills,
    String backupCells,
    String unit) {

  static final WorkerColumns USUAL =
      new WorkerColumns("name", "login", "cells", "rank", "skills", "backup_cells", "unit");
}
