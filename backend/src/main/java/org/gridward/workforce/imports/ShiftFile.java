package org.gridward.workforce.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridward.gis.formats.CsvRow;
import org.gridward.shared.imports.ImportReport;
import org.gridward.workforce.Shift;
import org.jspecify.annotations.Nullable;

/** Reads shifts and finds the faults that a row has in itself. */
final class ShiftFile {

  private final Function<String, Optional<Long>> workers;
  private final ZoneId zone;
  private final ImportReport.Tally tally;
  private final Map<String, Optional<Long>> known = new HashMap<>();

  /**
   * @param workers the worker's id by login
   * @param zone of times that do not say theirs
   */
  ShiftFile(Function<String, Optional<Long>> workers, ZoneId zone, ImportReport.Tally tally) {
    this.workers = workers;
    this.zone = zone;
    this.tally = tally;
  }

  /** The rows without a fault; the others are in the tally. */
  List<ShiftRow> read(Path file, @Nullable Charset encoding) {
    List<ShiftRow> rows = new ArrayList<>();
    CsvFile.read(
        file,
        encoding,
        line -> {
          ShiftRow row = row(line);
          if (row != null) {
            rows.add(row);
          }
        },
        tally);
    return rows;
  }

  private @Nullable ShiftRow row(CsvRow line) {
    long number = line.line();
    String login = text(line, "login").toLowerCase(Locale.ROOT);
    Long worker = known.computeIfAbsent(login, workers).orElse(null);
    if (worker == null) {
      tally.fault(number, "unknown-worker", "there is no worker with the login '" + login + "'");
    }
    Instant from = time(line, "from");
    Instant to = time(line, "to");
    if (worker == null || from == null || to == null) {
      return null;
    }
    Shift.Plan plan = new Shift.Plan(from, to);
    if (!plan.isPossible()) {
      tally.fault(
          number,
          "invalid-shift",
          "a shift must begin before it ends and last at most 48 hours; this is from %s to %s"
              .formatted(from, to));
      return null;
    }
    return new ShiftRow(number, worker, plan);
  }

  private @Nullable Instant time(CsvRow line, String column) {
    String text = text(line, column).replaceFirst("^(\\S+) (\\S+)$", "$1T$2");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return localTime(text, column, line.line());
    }
  }

  private @Nullable Instant localTime(String text, String column, long number) {
    try {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      tally.fault(
          number,
          "invalid-time",
          "'%s' (%s) must be a time such as 2026-08-03T08:00 or 2026-08-03T08:00+08:00"
              .formatted(text, column));
      return null;
    }
  }

  private static String text(CsvRow line, String column) {
    return line.text(column);
  }
}
