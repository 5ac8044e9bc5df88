package org.gridward.cli.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.gridward.rulebook.CategoryCode;
import org.jspecify.annotations.Nullable;

/** The file, read row by row; rows that cannot be used go to the tally and are passed over. */
final class PastReports implements AutoCloseable {

  private final CsvReader<NamedCsvRecord> csv;
  private final Iterator<NamedCsvRecord> records;
  private final Columns columns;
  private final PastTime time;
  private final Tally tally;
  private long row = 1;

  PastReports(Path file, Columns columns, ZoneId zone, Tally tally) throws IOException {
    this.csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofNamedCsvRecord(open(file));
    this.records = csv.iterator();
    this.columns = columns;
    this.time = new PastTime(zone);
    this.tally = tally;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** The next usable row; empty at the end of the file. */
  Optional<PastReport> next() {
    while (hasNext()) {
      NamedCsvRecord csvRecord = records.next();
      row = csvRecord.getStartingLineNumber();
      requireColumns(csvRecord);
      try {
        return Optional.of(read(csvRecord));
      } catch (DateTimeException | IllegalArgumentException e) {
        tally.fault(
            csvRecord.getStartingLineNumber(), "unreadable", String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** Where the rest of the file cannot be read, it ends, and a fault says so. */
  private boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      tally.fault(row + 1, "file-damaged", "from here on it cannot be read: " + cause.getMessage());
      return false;
    }
  }

  private void requireColumns(NamedCsvRecord csvRecord) {
    List<String> header = csvRecord.getHeader();
    for (String column : columns.byMeaning().values()) {
      if (!header.contains(column)) {
        throw new MissingColumn(
            "The file has no column '%s'; it has %s.".formatted(column, String.join(", ", header)));
      }
    }
  }

  private PastReport read(NamedCsvRecord csvRecord) {
    if (csvRecord.getFields().stream().anyMatch(field -> field.indexOf(0) >= 0)) {
      throw new IllegalArgumentException("a field holds a zero character, which is no text");
    }
    String category = text(csvRecord, "category");
    String id = text(csvRecord, "id");
    Double lon = number(csvRecord, "lon");
    Double lat = number(csvRecord, "lat");
    String address = text(csvRecord, "address");
    boolean point = lon != null && lat != null;
    if (category.isEmpty()) {
      throw new IllegalArgumentException("no category");
    }
    if (!point && address.isEmpty()) {
      throw new IllegalArgumentException("neither coordinates nor an address");
    }
    Instant created = time.parse(text(csvRecord, "created"));
    String closed = text(csvRecord, "closed");
    return new PastReport(
        csvRecord.getStartingLineNumber(),
        id.isEmpty() ? "row-" + csvRecord.getStartingLineNumber() : id,
        id.isEmpty() ? null : id,
        CategoryCode.of(category),
        text(csvRecord, "description"),
        point ? lon : null,
        point ? lat : null,
        address,
        created,
        closed.isEmpty() ? Optional.empty() : Optional.of(time.parse(closed)));
  }

  private String text(NamedCsvRecord csvRecord, String meaning) {
    return columns.column(meaning).flatMap(csvRecord::findField).map(String::strip).orElse("");
  }

  private @Nullable Double number(NamedCsvRecord csvRecord, String meaning) {
    String text = text(csvRecord, meaning);
    return text.isEmpty() ? null : Double.valueOf(text);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** The file does not have a column that the command line names. */
  static final class MissingColumn extends RuntimeException {
    MissingColumn(String message) {
      super(message);
    }
  }
}
