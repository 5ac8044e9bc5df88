package org.gridward.gis.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, the header among them; separated by comma, semicolon or tab. */
final class CsvRows implements Iterator<List<String>>, AutoCloseable {
  private static final int HEADER_CHARACTERS = 1 << 16;

  private final Path file;
  private final CloseableIterator<CsvRecord> records;

  private CsvRows(Path file, CloseableIterator<CsvRecord> records) {
    this.file = file;
    this.records = records;
  }

  /**
   * Opens the file.
   *
   * @param told null for UTF-8; bytes that are not of the encoding are an {@link UnreadableFile}
   */
  static CsvRows open(Path file, @Nullable Charset told) {
    Charset charset = told == null ? StandardCharsets.UTF_8 : told;
    try {
      BufferedReader text = reader(file, charset);
      try {
        text.mark(HEADER_CHARACTERS);
        if (text.read() != '\uFEFF') {
          text.reset();
        }
        return new CsvRows(file, csv(text, separator(text)).iterator());
      } catch (IOException | RuntimeException e) {
        text.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static BufferedReader reader(Path file, Charset charset) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        HEADER_CHARACTERS);
  }

  /** The one of the three that stands in the first line most often. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(HEADER_CHARACTERS);
    char[] start = new char[HEADER_CHARACTERS - 1];
    int length = Math.max(0, text.read(start));
    text.reset();
    String line = new String(start, 0, length).lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(line, candidate) > count(line, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(character -> character == wanted).count();
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

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  @Override
  public List<String> next() {
    try {
      return records.next().getFields();
    } catch (CsvParseException | UncheckedIOException e) {
      throw damaged(e);
    }
  }

  private UnreadableFile damaged(RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause instanceof IOException io
        ? unreadable(file, io)
        : new UnreadableFile(
            "file-damaged",
            "%s is not whole CSV: %s".formatted(file.getFileName(), cause.getMessage()),
            e);
  }

  private static UnreadableFile unreadable(Path file, IOException e) {
    return e instanceof CharacterCodingException
        ? new UnreadableFile(
            "file-damaged",
            "%s has bytes that are not of its encoding; give it with --encoding, such as GB18030"
                .formatted(file.getFileName()),
            e)
        : new UnreadableFile(
            "file-unreadable", "%s cannot be read: %s".formatted(file, e.getMessage()), e);
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
