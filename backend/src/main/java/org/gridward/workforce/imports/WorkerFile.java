package org.gridward.workforce.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridward.gis.formats.CsvRow;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.shared.imports.ImportReport;
import org.jspecify.annotations.Nullable;

/** Reads the rows and finds the faults that a row, or the file as a whole, has in itself. */
final class WorkerFile {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  private final Areas areas;
  private final WorkerColumns columns;
  private final ImportReport.Tally tally;
  private final Map<String, Long> rowByLogin = new HashMap<>();
  private final Map<Long, Long> rowByMainCell = new HashMap<>();

  WorkerFile(Areas areas, WorkerColumns columns, ImportReport.Tally tally) {
    this.areas = areas;
    this.columns = columns;
    this.tally = tally;
  }

  /** The rows without a fault; the others are in the tally. */
  List<WorkerRow> read(Path file, @Nullable Charset encoding) {
    List<WorkerRow> rows = new ArrayList<>();
    CsvFile.read(file, encoding, line -> readLine(line, rows), tally);
    return rows;
  }

  private void readLine(CsvRow line, List<WorkerRow> rows) {
    long number = line.line();
    int before = tally.faults();
    String name = text(line, columns.name());
    if (name.isEmpty() || name.length() > 200) {
      tally.fault(number, "empty-name", "the name must have 1 to 200 characters");
    }
    String login = login(line, number);
    List<Area> cells = cells(line, columns.cells(), number);
    List<Area> backups = cells(line, columns.backupCells(), number);
    checkCells(cells, backups, number);
    if (tally.faults() == before) {
      cells.forEach(cell -> rowByMainCell.put(cell.id(), number));
      rows.add(
          new WorkerRow(
              number,
              name,
              login,
              orNull(text(line, columns.rank())),
              new LinkedHashSet<>(list(line, columns.skills())),
              cells,
              backups,
              orNull(text(line, columns.unit()))));
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private String login(CsvRow line, long number) {
    String login = text(line, columns.login()).toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(login).matches()) {
      tally.fault(
          number,
          "invalid-login",
          "login '%s' must be 1 to 64 of a-z, 0-9, '.', '_', '-', '@'".formatted(login));
      return login;
    }
    Long first = rowByLogin.putIfAbsent(login, number);
    if (first != null) {
      tally.fault(
          number, "duplicate-login", "login '%s' is in row %d already".formatted(login, first));
    }
    return login;
  }

  private List<Area> cells(CsvRow line, String column, long number) {
    List<Area> cells = new ArrayList<>();
    for (String code : list(line, column)) {
      Area area = areas.findByCode(code).orElse(null);
      if (area == null) {
        tally.fault(number, "unknown-cell", "there is no cell '%s'".formatted(code));
      } else if (!area.cell()) {
        tally.fault(
            number, "not-a-cell", "area '%s' is a %s, not a cell".formatted(code, area.type()));
      } else {
        cells.add(area);
      }
    }
    return cells;
  }

  private void checkCells(List<Area> cells, List<Area> backups, long number) {
    if (cells.isEmpty() && backups.isEmpty()) {
      tally.fault(number, "no-cells", "the row names no known cell");
    }
    for (Area cell : cells) {
      Long taken = rowByMainCell.get(cell.id());
      if (taken != null) {
        tally.fault(
            number,
            "cell-taken",
            "cell '%s' has its main worker in row %d already".formatted(cell.code(), taken));
      }
      if (backups.contains(cell)) {
        tally.fault(
            number,
            "cell-twice",
            "cell '%s' is among cells and backup cells".formatted(cell.code()));
      }
    }
  }

  private static String text(CsvRow line, String column) {
    return line.text(column);
  }

  private static List<String> list(CsvRow line, String column) {
    Set<String> parts = new LinkedHashSet<>();
    for (String part : text(line, column).split(";")) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return List.copyOf(parts);
  }
}
