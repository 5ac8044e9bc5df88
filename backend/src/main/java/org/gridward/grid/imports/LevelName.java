package org.gridward.grid.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A level as the command line names it: {@code tract}, {@code tract:Census tract}, {@code
 * tract:Census tract:普查区}.
 *
 * @param code of the area type
 * @param names by language tag; only those that were given
 */
record LevelName(String code, Map<String, String> names) {

  static LevelName parse(String text) {
    String[] parts = text.split(":", 3);
    String code = parts[0].strip();
    if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new ImportRefused(
          "level-malformed",
          "--level (%s) must begin with a code of a-z, 0-9 and hyphen, as in 'tract:Census tract:普查区'"
              .formatted(text));
    }
    Map<String, String> names = new LinkedHashMap<>();
    if (parts.length > 1 && !parts[1].isBlank()) {
      names.put("en", parts[1].strip());
    }
    if (parts.length > 2 && !parts[2].isBlank()) {
      names.put("zh", parts[2].strip());
    }
    return new LevelName(code, names);
  }

  /** The names for a new type; the code stands in for an English name that was not given. */
  Map<String, String> namesOrCode() {
    Map<String, String> all = new LinkedHashMap<>(names);
    all.putIfAbsent("en", code);
    return all;
  }
}
