package org.gridward.rulebook.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gridward.gis.formats.CsvRow;
import org.gridward.gis.formats.CsvTable;
import org.gridward.gis.formats.UnreadableFile;
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
   * @param file CSV with a heading, perhaps gzipped
   * @param encoding of the file; null for UTF-8
   * @param codeColumn whose values become the codes, by {@link CategoryCode#of}
   * @param nameColumn whose value beside it becomes the name; null for the value itself
   * @throws Refused where the file cannot be read to its end, or lacks a column; nothing is made
   */
  ImportReport run(
      Path file,
      @Nullable Charset encoding,
      String codeColumn,
      @Nullable String nameColumn,
      Progress progress) {
    Tally tally = new Tally();
    String names = nameColumn == null ? codeColumn : nameColumn;
    try (CsvTable table = CsvTable.open(file, encoding)) {
      read(table, codeColumn, names, tally, progress)
          .forEach((code, name) -> take(code, name, tally));
    } catch (UnreadableFile e) {
      throw new Refused(e.code(), String.valueOf(e.getMessage()));
    }
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
      CsvTable table, String codeColumn, String nameColumn, Tally tally, Progress progress) {
    checkColumns(table.header(), codeColumn, nameColumn);
    Map<String, String> names = new LinkedHashMap<>();
    while (table.hasNext()) {
      CsvRow row = table.next();
      table.requireEncoding(row);
      take(row, codeColumn, nameColumn, names, tally);
      progress.at(row.line(), OptionalLong.empty());
    }
    return names;
  }

  private static void take(
      CsvRow row, String codeColumn, String nameColumn, Map<String, String> names, Tally tally) {
    String value = row.text(codeColumn);
    if (row.damage().isPresent()) {
      tally.fault(row.line(), "row-damaged", row.damage().orElseThrow());
    } else if (value.isEmpty()) {
      tally.fault(row.line(), "code-missing", "the column %s is empty".formatted(codeColumn));
    } else {
      String name = row.text(nameColumn);
      names.putIfAbsent(CategoryCode.of(value), name.isEmpty() ? value : name);
    }
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
