package org.gridward.workforce.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gridward.grid.Area;
import org.gridward.workforce.ResponsibilityRank;
import org.gridward.workforce.Responsible;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;

/**
 * Who shall answer for which cell when the import is done. The file says everything about its own
 * workers and nothing about others: a worker of the file loses the cells that the row does not
 * name; another's backup post stays; another's main post yields to the file's.
 */
final class Targets {

  private static final int BATCH = 500;

  /** A cell's posts as they shall be. */
  record CellPosts(long cellId, @Nullable Long main, List<Long> backups) {}

  private final Workforce workforce;
  private final Map<Long, Long> mainByCell = new HashMap<>();
  private final Map<Long, Set<Long>> backupsByCell = new HashMap<>();
  private final Set<Long> fileWorkers = new LinkedHashSet<>();
  private final Map<Long, Boolean> differs = new HashMap<>();
  private final Set<Long> counted = new HashSet<>();

  Targets(Workforce workforce) {
    this.workforce = workforce;
  }

  void put(WorkerRow row, long workerId, boolean existing) {
    fileWorkers.add(workerId);
    row.cells().forEach(cell -> mainByCell.put(cell.id(), workerId));
    row.backupCells()
        .forEach(
            cell ->
                backupsByCell.computeIfAbsent(cell.id(), _ -> new LinkedHashSet<>()).add(workerId));
    differs.put(workerId, existing && !holdsJust(workerId, row));
  }

  private boolean holdsJust(long workerId, WorkerRow row) {
    Set<Long> named = new HashSet<>();
    for (Area cell : row.cells()) {
      named.add(cell.id());
      if (!holds(workerId, cell.id(), ResponsibilityRank.MAIN)) {
        return false;
      }
    }
    for (Area cell : row.backupCells()) {
      named.add(cell.id());
      if (!holds(workerId, cell.id(), ResponsibilityRank.BACKUP)) {
        return false;
      }
    }
    return named.containsAll(workforce.listCells(workerId));
  }

  private boolean holds(long workerId, long cellId, ResponsibilityRank rank) {
    return workforce.listResponsible(cellId).stream()
        .anyMatch(r -> r.worker().id() == workerId && r.rank() == rank);
  }

  /** True when the worker's cells are not yet as the row says. */
  boolean changes(long workerId) {
    return differs.getOrDefault(workerId, false);
  }

  /** The worker has been told as changed for another reason. */
  void countedAsChanged(long workerId) {
    counted.add(workerId);
  }

  /** The workers of whom only the cells change. */
  List<Long> movedWorkers() {
    return fileWorkers.stream().filter(id -> changes(id) && !counted.contains(id)).toList();
  }

  /** Hands over every cell whose posts may differ, in batches. */
  void apply(Consumer<List<CellPosts>> batch) {
    Set<Long> cells = new TreeSet<>(mainByCell.keySet());
    cells.addAll(backupsByCell.keySet());
    fileWorkers.forEach(worker -> cells.addAll(workforce.listCells(worker)));
    List<CellPosts> posts = cells.stream().map(this::posts).toList();
    for (int from = 0; from < posts.size(); from += BATCH) {
      batch.accept(posts.subList(from, Math.min(posts.size(), from + BATCH)));
    }
  }

  private CellPosts posts(long cellId) {
    Long main = mainByCell.get(cellId);
    List<Long> backups = new ArrayList<>(backupsByCell.getOrDefault(cellId, Set.of()));
    for (Responsible held : workforce.listResponsible(cellId)) {
      long id = held.worker().id();
      if (fileWorkers.contains(id)) {
        continue;
      }
      if (held.rank() == ResponsibilityRank.MAIN && main == null) {
        main = id;
      } else if (held.rank() == ResponsibilityRank.BACKUP && !backups.contains(id)) {
        backups.add(id);
      }
    }
    return new CellPosts(cellId, main, backups);
  }
}
