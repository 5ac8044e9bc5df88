package org.gridward.gis.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a worker file, as {@code import workers} takes it.
 *
 * @param name shown on screens; here of nobody, or the number of a post
 * @param login unique
 * @param cells codes of the cells that the worker answers for first
 * @param backupCells codes of the cells where the worker stands in
 */
public record WorkerRow(
    String name,
    String login,
    List<String> cells,
    @Nullable String rank,
    List<String> skills,
    List<String> backupCells,
    @Nullable String unit) {
  public WorkerRow {
    cells = List.copyOf(cells);
    skills = List.copyOf(skills);
    backupCells = List.copyOf(backupCells);
  }
}
