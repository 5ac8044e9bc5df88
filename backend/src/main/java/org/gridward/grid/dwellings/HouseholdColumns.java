package org.gridward.grid.dwellings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.gis.formats.Feature;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file hold what: {@code households=hh,people=pop,cell=code}. What is not named
 * is looked for under its own name, and may be absent; one of the counts must be there.
 *
 * @param named the column of each meaning that was told
 * @param present the columns of the file
 */
record HouseholdColumns(Map<String, String> named, Set<String> present) {

  private static final List<String> MEANINGS = List.of("households", "people", "cell");

  HouseholdColumns {
    named = Map.copyOf(named);
    present = Set.copyOf(present);
  }

  /** Of a file that is not open yet. */
  static HouseholdColumns parse(@Nullable String text) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String part : text == null ? new String[0] : text.split(",", -1)) {
      String[] sides = part.split("=", 2);
      if (sides.length != 2 || sides[1].isBlank() || !MEANINGS.contains(sides[0].strip())) {
        throw refused(
            "columns-malformed",
            "'%s' in --columns is not one of %s=".formatted(part, String.join("=, ", MEANINGS)));
      }
      named.put(sides[0].strip(), sides[1].strip());
    }
    return new HouseholdColumns(named, Set.of());
  }

  /** The same for a file with these columns; refuses one that lacks what is needed. */
  HouseholdColumns of(Set<String> columns) {
    named.values().stream()
        .filter(column -> !columns.contains(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw refused(
                  "column-missing",
                  "the file has no column %s; it has %s"
                      .formatted(column, String.join(", ", columns)));
            });
    HouseholdColumns known = new HouseholdColumns(named, columns);
    if (!known.has("households") && !known.has("people")) {
      throw refused(
          "column-missing",
          "the file has neither a column households nor people; name one by --columns; it has "
              + String.join(", ", columns));
    }
    return known;
  }

  boolean has(String meaning) {
    return present.contains(named.getOrDefault(meaning, meaning));
  }

  /** Null where the column is absent or empty. */
  @Nullable String text(String meaning, Feature row) {
    return row.text(named.getOrDefault(meaning, meaning));
  }

  private static Problem refused(String code, String sentence) {
    return new Problem.Rejected(code, sentence, Map.of());
  }
}
