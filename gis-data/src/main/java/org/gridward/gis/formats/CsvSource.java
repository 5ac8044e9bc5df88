package org.gridward.gis.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;

/**
 * Features of a CSV file, a row each, streamed. It is walked twice, as GeoJSON is: first to see
 * that it is whole, then row by row.
 */
final class CsvSource implements FeatureSource {
  private final CsvTable rows;
  private final CsvColumns columns;
  private final Crs crs;
  private final long count;
  private long number;

  private CsvSource(CsvTable rows, CsvColumns columns, Crs crs, long count) {
    this.rows = rows;
    this.columns = columns;
    this.crs = crs;
    this.count = count;
  }

  static CsvSource open(Path file, ReadOptions options) {
    String name = file.getFileName().toString();
    long count = count(file, options);
    Crs crs = FileCrs.of(name, options.crs());
    CsvTable rows = CsvTable.open(file, options.encoding());
    try {
      return new CsvSource(
          rows, new CsvColumns(name, rows.header(), options.placeless()), crs, count);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** Rows behind the header; a file in another encoding than said is not read in part. */
  private static long count(Path file, ReadOptions options) {
    try (CsvTable rows = CsvTable.open(file, options.encoding())) {
      long count = 0;
      while (rows.hasNext()) {
        rows.requireEncoding(rows.next());
        count++;
      }
      return count;
    }
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public FeatureReading next() {
    CsvRow row = rows.next();
    List<String> fields = row.fields();
    number++;
    if (fields.size() != columns.count()) {
      return fault(
          "attributes-unreadable",
          "the row has %d fields, the header %d".formatted(fields.size(), columns.count()));
    }
    if (row.damage().isPresent()) {
      return fault("attributes-unreadable", row.damage().orElseThrow());
    }
    try {
      return new Feature(number, columns.attributes(fields), columns.geometry(fields));
    } catch (UnreadableGeometry e) {
      return fault(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private FeatureFault fault(String code, String message) {
    return new FeatureFault(number, code, "feature %d: %s".formatted(number, message));
  }

  @Override
  public void close() {
    rows.close();
  }
}
