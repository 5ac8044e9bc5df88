package org.gridward.rulebook.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.CategoryCode;
import org.gridward.rulebook.CategoryTerms;
import org.gridward.rulebook.Severity;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.shared.imports.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a category of every different value of a CSV's column, with usual limits. A category that
 * exists already is left as it is, so importing again changes nothing.
 */
@Component
class CategoryImporter {

  private static final Duration ACCEPT_WITHIN = Duration.ofMinutes(5);
  private static final Duration HANDLE_WITHIN = Duration.ofHours(72);

  private final Catalogue catalogue;

  CategoryImporter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The file cannot be used as it was asked for. */
  static final class Refused extends Problem.Rejected {
    Refused(String code, String message) {
      super(code, message, Map.of());
    }
  }

  /**
   * Imports the file.
   *
   * @param file CSV in UTF-8 with a heading, perhaps gzipped
   * @param codeColumn whose values become the codes, by {@link CategoryCode#of}
   * @param nameColumn whose value beside it becomes the name; null for the value itself
   */
  ImportReport run(Path file, String codeColumn, @Nullable String nameColumn, Progress progress) {
    Tally tally = new Tally();
    read(file, codeColumn, nameColumn == null ? codeColumn : nameColumn, tally, progress)
        .forEach((code, name) -> take(code, name, tally));
    return tally.report();
  }

  private void take(String code, String name, Tally tally) {
    if (catalogue.find(code).isPresent()) {
      tally.unchanged();
      return;
    }
    catalogue.publish(code, usual(name), Actor.SYSTEM);
    tally.created();
  }

  private static CategoryTerms usual(String name) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("en", name);
    if (name.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
      names.put("zh", name);
    }
    return new CategoryTerms(names, Severity.NORMAL, true, null, ACCEPT_WITHIN, HANDLE_WITHIN);
  }

  /** Names by code, in the file's order; of several names for one code the first. */
  private static Map<String, String> read(
      Path file, String codeColumn, String nameColumn, Tally tally, Progress progress) {
    Map<String, String> names = new LinkedHashMap<>();
    long row = 1; // the heading
    try (InputStream in = open(file);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(in)) {
      for (NamedCsvRecord line : csv) {
        if (row++ == 1) {
          checkColumns(line.getHeader(), codeColumn, nameColumn);
        }
        take(line, row, codeColumn, nameColumn, names, tally);
        progress.at(row - 1, OptionalLong.empty());
      }
      return names;
    } catch (NoSuchFileException e) {
      throw new Refused("file-unreadable", "there is no file " + file);
    } catch (IOException | CsvParseException e) {
      throw new Refused(
          "file-damaged",
          "%s cannot be read after row %d: %s".formatted(file, row, e.getMessage()));
    }
  }

  private static void take(
      NamedCsvRecord line,
      long row,
      String codeColumn,
      String nameColumn,
      Map<String, String> names,
      Tally tally) {
    String value = line.findField(codeColumn).orElse("").strip();
    if (value.isEmpty()) {
      tally.fault(row, "code-missing", "the column %s is empty".formatted(codeColumn));
      return;
    }
    String name = line.findField(nameColumn).map(String::strip).orElse("");
    names.putIfAbsent(CategoryCode.of(value), name.isEmpty() ? value : name);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzipped ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static void checkColumns(List<String> there, String... wanted) {
    for (String column : wanted) {
      if (!there.contains(column)) {
        throw new Refused(
            "column-missing",
            "the file has no column %s; it has %s".formatted(column, String.join(", ", there)));
      }
    }
  }
}
