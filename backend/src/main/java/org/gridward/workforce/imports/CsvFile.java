package org.gridward.workforce.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gridward.gis.formats.CsvRow;
import org.gridward.gis.formats.CsvTable;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.shared.imports.ImportReport;
import org.jspecify.annotations.Nullable;

/** Reads the CSV files of this package. */
final class CsvFile {

  private CsvFile() {}

  /**
   * Hands over the rows in their order. Where the rest cannot be read, a fault {@code file-damaged}
   * says so; a row with a zero character, which the database cannot hold, is a fault {@code
   * row-damaged}.
   *
   * @param encoding null for UTF-8
   * @throws UnreadableFile where there is no heading, or bytes are not of the encoding
   */
  static void read(
      Path file, @Nullable Charset encoding, Consumer<CsvRow> rows, ImportReport.Tally tally) {
    try (CsvTable table = CsvTable.open(file, encoding)) {
      while (hasNext(table, tally)) {
        CsvRow row = table.next();
        table.requireEncoding(row);
        row.damage()
            .ifPresentOrElse(
                damage -> tally.fault(row.line(), "row-damaged", damage), () -> rows.accept(row));
      }
    }
  }

  private static boolean hasNext(CsvTable table, ImportReport.Tally tally) {
    try {
      return table.hasNext();
    } catch (UnreadableFile e) {
      tally.fault(
          table.line() + 1,
          e.code(),
          "from here on it cannot be read: %s; mend it".formatted(e.getMessage()));
      return false;
    }
  }
}
