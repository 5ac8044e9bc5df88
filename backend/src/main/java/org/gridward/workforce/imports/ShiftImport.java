package org.gridward.workforce.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.gridward.workforce.Shift;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Adds the shifts of a file to the plan. What is planned already stays and is not planned twice; a
 * row with a fault is left out and told; a worker's shifts are one transaction.
 */
@Service
public class ShiftImport {

  private final Users users;
  private final Workforce workforce;

  ShiftImport(Users users, Workforce workforce) {
    this.users = users;
    this.workforce = workforce;
  }

  /**
   * Imports a CSV file with the columns {@code login,from,to}.
   *
   * @param encoding of the file; null for UTF-8
   * @param zone of times that do not say theirs
   * @throws UnreadableFile where it is no CSV with a heading, or of another encoding
   */
  ImportReport run(Path file, @Nullable Charset encoding, ZoneId zone) {
    ImportReport.Tally tally = new ImportReport.Tally();
    Map<Long, List<ShiftRow>> byWorker =
        new ShiftFile(this::findWorker, zone, tally)
            .read(file, encoding).stream()
                .collect(
                    Collectors.groupingBy(
                        ShiftRow::workerId, LinkedHashMap::new, Collectors.toList()));
    byWorker.forEach((worker, rows) -> add(worker, rows, tally));
    return tally.report();
  }

  private Optional<Long> findWorker(String login) {
    return users
        .findByLogin(login)
        .flatMap(user -> workforce.findByUser(user.id()))
        .map(Worker::id);
  }

  private void add(long worker, List<ShiftRow> rows, ImportReport.Tally tally) {
    List<ShiftRow> wanted = listNew(worker, rows, tally);
    if (wanted.isEmpty()) {
      return;
    }
    try {
      workforce.addShifts(worker, wanted.stream().map(ShiftRow::plan).toList(), Actor.SYSTEM);
      wanted.forEach(_ -> tally.created());
    } catch (Problem e) {
      // Somebody has planned for this worker in between.
      wanted.forEach(row -> tally.fault(row.number(), e.code(), String.valueOf(e.getMessage())));
    }
  }

  private List<ShiftRow> listNew(long worker, List<ShiftRow> rows, ImportReport.Tally tally) {
    Instant earliest =
        rows.stream().map(row -> row.plan().from()).min(Instant::compareTo).orElseThrow();
    List<Shift.Plan> planned = new ArrayList<>();
    workforce.listShifts(worker, earliest).forEach(shift -> planned.add(shift.plan()));
    List<ShiftRow> wanted = new ArrayList<>();
    for (ShiftRow row : rows) {
      if (planned.contains(row.plan())) {
        tally.unchanged();
      } else if (planned.stream().anyMatch(row.plan()::overlaps)) {
        tally.fault(
            row.number(), "shift-overlaps", "the worker has another shift at that time already");
      } else {
        planned.add(row.plan());
        wanted.add(row);
      }
    }
    return wanted;
  }
}
