package org.gridward.facility.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of the file hold what: {@code code=dcid,name=program_name,address=street+city}.
 * Several columns joined by {@code +} make one text with blanks between.
 *
 * @param byMeaning the columns of each meaning, in order
 * @param empty a value that means nothing in this file, such as {@code NO DATA}; null for none
 */
record FacilityColumns(Map<String, List<String>> byMeaning, @Nullable String empty) {

  private static final Set<String> MEANINGS =
      Set.of(
          "code",
          "name",
          "name_zh",
          "kind",
          "lon",
          "lat",
          "wkt",
          "address",
          "hours",
          "capacity",
          "phone",
          "website",
          "services");

  FacilityColumns {
    byMeaning = Map.copyOf(byMeaning);
  }

  static FacilityColumns parse(String text, @Nullable String empty) {
    Map<String, List<String>> byMeaning = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      String[] sides = part.split("=", 2);
      if (sides.length != 2 || sides[1].isBlank() || !MEANINGS.contains(sides[0].strip())) {
        throw refused(
            "'%s' in --columns is not one of %s"
                .formatted(
                    part,
                    MEANINGS.stream()
                        .sorted()
                        .map(m -> m + "=")
                        .collect(Collectors.joining(", "))));
      }
      byMeaning.put(
          sides[0].strip(), Arrays.stream(sides[1].split("\\+")).map(String::strip).toList());
    }
    for (String meaning : List.of("code", "name")) {
      if (!byMeaning.containsKey(meaning)) {
        throw refused("--columns must name the column for " + meaning + "=");
      }
    }
    if (byMeaning.containsKey("lon") != byMeaning.containsKey("lat")) {
      throw refused("--columns must name both lon= and lat=, or neither");
    }
    return new FacilityColumns(byMeaning, empty);
  }

  static Problem refused(String sentence) {
    return new Problem.Rejected("columns-malformed", sentence, Map.of());
  }

  boolean has(String meaning) {
    return byMeaning.containsKey(meaning);
  }

  /**
   * The columns that are named here and not {@code there}. That of {@code wkt} is not looked for: a
   * reader takes it for the geometry where its name says so.
   */
  List<String> missing(Set<String> there) {
    return byMeaning.entrySet().stream()
        .filter(each -> !each.getKey().equals("wkt"))
        .flatMap(each -> each.getValue().stream())
        .filter(column -> !there.contains(column))
        .sorted()
        .toList();
  }

  /** The text of a meaning; null where it is not named, or all its columns are empty. */
  @Nullable String text(String meaning, Function<String, @Nullable String> column) {
    String joined =
        byMeaning.getOrDefault(meaning, List.of()).stream()
            .map(column)
            .filter(text -> text != null && !text.isBlank() && !text.strip().equals(empty))
            .map(text -> String.valueOf(text).strip())
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? null : joined;
  }
}
