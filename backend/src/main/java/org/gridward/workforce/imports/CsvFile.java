package org.gridward.workforce.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gridward.shared.imports.ImportReport;

/** Reads CSV files in UTF-8, with or without a byte order mark, whose first row is a heading. */
final class CsvFile {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private CsvFile() {}

  /**
   * Hands over the rows in their order. Where the rest cannot be read, a fault {@code file-damaged}
   * says so. Fields that a row lacks are empty, more than the heading names are left out; a row
   * with a zero character, which the database cannot hold, is a fault {@code row-damaged}.
   *
   * @throws java.nio.charset.CharacterCodingException where bytes are no UTF-8
   */
  static void read(Path file, Consumer<NamedCsvRecord> rows, ImportReport.Tally tally)
      throws IOException {
    long row = 1;
    try (CsvReader<NamedCsvRecord> csv = open(file)) {
      for (NamedCsvRecord line : csv) {
        row = line.getStartingLineNumber();
        if (line.getFields().stream().anyMatch(field -> field.indexOf(0) >= 0)) {
          tally.fault(row, "row-damaged", "a field holds a zero character, which is no text");
        } else {
          rows.accept(line);
        }
      }
    } catch (CsvParseException e) {
      tally.fault(
          row + 1, "file-damaged", "from here on it cannot be read: " + reason(e) + "; mend it");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    return CsvReader.builder()
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofNamedCsvRecord(withoutMark(reader));
  }

  private static Reader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }
}
