package org.gridward.gazetteer.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.gis.formats.Feature;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file of addresses hold what: {@code number=house,street=pre+name,code=id}.
 * Several columns joined by {@code +} make one text with blanks between.
 *
 * @param byMeaning the columns of each meaning, in order
 */
record AddressColumns(Map<String, List<String>> byMeaning) {

  private static final List<String> MEANINGS = List.of("code", "number", "street", "street_zh");

  AddressColumns {
    byMeaning = Map.copyOf(byMeaning);
  }

  static AddressColumns parse(String text) {
    Map<String, List<String>> byMeaning = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      String[] sides = part.split("=", 2);
      if (sides.length != 2 || sides[1].isBlank() || !MEANINGS.contains(sides[0].strip())) {
        throw refused(
            "'%s' in --columns is not one of %s=".formatted(part, String.join("=, ", MEANINGS)));
      }
      byMeaning.put(
          sides[0].strip(), Arrays.stream(sides[1].split("\\+")).map(String::strip).toList());
    }
    for (String meaning : List.of("number", "street")) {
      if (!byMeaning.containsKey(meaning)) {
        throw refused("--columns must name the column for " + meaning + "=");
      }
    }
    return new AddressColumns(byMeaning);
  }

  boolean has(String meaning) {
    return byMeaning.containsKey(meaning);
  }

  /** Refuses a file that lacks a column that is named here. */
  void check(Set<String> there) {
    String missing =
        byMeaning.values().stream()
            .flatMap(List::stream)
            .filter(column -> !there.contains(column))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Problem.Rejected(
          "column-missing",
          "the file has no column %s; it has %s".formatted(missing, String.join(", ", there)),
          Map.of());
    }
  }

  /** The text of a meaning; null where it is not named, or all its columns are empty. */
  @Nullable String text(String meaning, Feature row) {
    String joined =
        byMeaning.getOrDefault(meaning, List.of()).stream()
            .map(row::text)
            .filter(text -> text != null && !text.isBlank())
            .map(text -> String.valueOf(text).strip())
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? null : joined;
  }

  private static Problem refused(String sentence) {
    return new Problem.Rejected("columns-malformed", sentence, Map.of());
  }
}
