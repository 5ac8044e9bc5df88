package org.gridward.gis.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a heading, row by row: separated by comma, semicolon or tab, perhaps gzipped,
 * with or without a byte order mark. Rows of any length and with damaged fields are handed over,
 * for the caller to say what they mean; only where the rest cannot be parted into rows is there an
 * exception. Not safe for several threads.
 */
public final class CsvTable implements Iterator<CsvRow>, AutoCloseable {

  /** Stands for bytes that are not of the encoding; Unicode never gives it to a character. */
  static final char NO_CHARACTER = '\uFFFF';

  private final Path file;
  private final Charset charset;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;
  private final Map<String, Integer> columns;
  private long line = 1;

  private CsvTable(Path file, Charset charset, CloseableIterator<CsvRecord> records) {
    this.file = file;
    this.charset = charset;
    this.records = records;
    this.header = heading();
    this.columns = places(header);
  }

  /**
   * Opens the file and reads its heading.
   *
   * @param told null for UTF-8
   * @throws UnreadableFile {@code file-damaged} where there is no heading that can be read, {@code
   *     encoding-unclear} where it is of another encoding, {@code file-unreadable} where the disk
   *     says no
   */
  public static CsvTable open(Path file, @Nullable Charset told) {
    Charset charset = told == null ? StandardCharsets.UTF_8 : told;
    try {
      BufferedReader text = CsvText.open(file, charset);
      try {
        return new CsvTable(file, charset, csv(text, CsvText.separator(text)).iterator());
      } catch (IOException | RuntimeException e) {
        text.close();
        throw e;
      }
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  private static CsvReader<CsvRecord> csv(BufferedReader text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private List<String> heading() {
    if (!hasNext()) {
      throw new UnreadableFile(
          "file-damaged", "%s is empty: it has no header".formatted(file.getFileName()));
    }
    CsvRow first = read(Map.of());
    requireEncoding(first);
    return first.fields();
  }

  /**
   * For callers that read a file whole or not at all.
   *
   * @throws UnreadableFile {@code encoding-unclear} where bytes of the row are not of the encoding
   */
  public void requireEncoding(CsvRow row) {
    if (row.isOfAnotherEncoding()) {
      throw new UnreadableFile(
          "encoding-unclear",
          "%s has bytes in line %d that are not %s: say its encoding, such as --encoding GB18030"
              .formatted(file.getFileName(), row.line(), charset.displayName()));
    }
  }

  private static Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(header.get(i).strip(), i);
    }
    return places;
  }

  /** The names of the columns, without blanks around them. */
  public List<String> header() {
    List<String> names = new ArrayList<>(header);
    names.replaceAll(String::strip);
    return names;
  }

  /** Where the row that was handed over last begins; 1 before the first. */
  public long line() {
    return line;
  }

  /**
   * Whether there is another row.
   *
   * @throws UnreadableFile where the rest cannot be read; what came before is whole
   */
  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public CsvRow next() {
    return read(columns);
  }

  private CsvRow read(Map<String, Integer> places) {
    try {
      CsvRecord row = records.next();
      line = row.getStartingLineNumber();
      return new CsvRow(line, row.getFields(), places);
    } catch (CsvParseException | UncheckedIOException e) {
      throw damaged(file, e);
    }
  }

  private static UnreadableFile damaged(Path file, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    boolean disk =
        cause instanceof IOException
            && !(cause instanceof EOFException || cause instanceof ZipException);
    return disk
        ? new UnreadableFile(
            "file-unreadable", "%s cannot be read: %s".formatted(file, cause.getMessage()), e)
        : new UnreadableFile(
            "file-damaged",
            "%s is not whole CSV: %s".formatted(file.getFileName(), cause.getMessage()),
            e);
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }
}
