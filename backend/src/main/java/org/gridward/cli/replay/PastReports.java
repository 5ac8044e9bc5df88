package org.gridward.cli.replay;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gridward.gis.formats.CsvRow;
import org.gridward.gis.formats.CsvTable;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.rulebook.CategoryCode;
import org.jspecify.annotations.Nullable;

/** The file, read row by row; rows that cannot be used are told of and passed over. */
final class PastReports implements AutoCloseable {

  private final CsvTable table;
  private final Columns columns;
  private final PastTime time;
  private final Faults faults;

  /** Hears of every row that cannot be used. */
  interface Faults {
    void fault(long row, String code, String reason);
  }

  /**
   * @param encoding of the file; null for UTF-8
   * @throws UnreadableFile where the file has no heading that can be read
   * @throws MissingColumn where a column that was named is not there
   */
  PastReports(Path file, @Nullable Charset encoding, Columns columns, ZoneId zone, Faults faults) {
    this.table = CsvTable.open(file, encoding);
    this.columns = columns;
    this.time = new PastTime(zone);
    this.faults = faults;
    requireColumns(table.header());
  }

  /** The next usable row; empty at the end of the file. */
  Optional<PastReport> next() {
    while (hasNext()) {
      CsvRow row = table.next();
      try {
        return Optional.of(read(row));
      } catch (DateTimeException | IllegalArgumentException e) {
        faults.fault(row.line(), "unreadable", String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** Where the rest of the file cannot be read, it ends, and a fault says so. */
  private boolean hasNext() {
    try {
      return table.hasNext();
    } catch (UnreadableFile e) {
      faults.fault(table.line() + 1, e.code(), "from here on it cannot be read: " + e.getMessage());
      return false;
    }
  }

  private void requireColumns(List<String> header) {
    for (String column : columns.byMeaning().values()) {
      if (!header.contains(column)) {
        table.close();
        throw new MissingColumn(
            "The file has no column '%s'; it has %s.".formatted(column, String.join(", ", header)));
      }
    }
  }

  private PastReport read(CsvRow row) {
    row.damage()
        .ifPresent(
            damage -> {
              throw new IllegalArgumentException(damage);
            });
    String category = text(row, "category");
    String id = text(row, "id");
    Double lon = number(row, "lon");
    Double lat = number(row, "lat");
    String address = text(row, "address");
    boolean point = lon != null && lat != null;
    if (category.isEmpty()) {
      throw new IllegalArgumentException("no category");
    }
    if (!point && address.isEmpty()) {
      throw new IllegalArgumentException("neither coordinates nor an address");
    }
    Instant created = time.parse(text(row, "created"));
    String closed = text(row, "closed");
    return new PastReport(
        row.line(),
        id.isEmpty() ? "row-" + row.line() : id,
        id.isEmpty() ? null : id,
        CategoryCode.of(category),
        text(row, "description"),
        point ? lon : null,
        point ? lat : null,
        address,
        created,
        closed.isEmpty() ? Optional.empty() : Optional.of(time.parse(closed)));
  }

  private String text(CsvRow row, String meaning) {
    return columns.column(meaning).map(row::text).orElse("");
  }

  private @Nullable Double number(CsvRow row, String meaning) {
    String text = text(row, meaning);
    return text.isEmpty() ? null : Double.valueOf(text);
  }

  @Override
  public void close() {
    table.close();
  }

  /** The file does not have a column that the command line names. */
  static final class MissingColumn extends RuntimeException {
    MissingColumn(String message) {
      super(message);
    }
  }
}
