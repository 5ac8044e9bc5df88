package org.gridward.gis.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes worker files: {@code name,login,cells,rank,skills,backup_cells,unit}, lists by ';'. */
public final class WorkerCsv {
  private WorkerCsv() {}

  /** Writes the rows in their order as UTF-8, over what was there. */
  public static void write(List<WorkerRow> rows, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("name", "login", "cells", "rank", "skills", "backup_cells", "unit");
      for (WorkerRow row : rows) {
        csv.writeRecord(
            row.name(),
            row.login(),
            String.join(";", row.cells()),
            row.rank(),
            String.join(";", row.skills()),
            String.join(";", row.backupCells()),
            row.unit());
      }
    }
  }
}
