package org.gridward.cli.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of the file holds what: {@code category=complaint_type,created=created_date}. */
record Columns(Map<String, String> byMeaning) {

  private static final Set<String> MEANINGS =
      Set.of("category", "description", "lon", "lat", "address", "created", "closed", "id");
  private static final Set<String> REQUIRED = Set.of("category", "created");

  Columns {
    byMeaning = Map.copyOf(byMeaning);
  }

  static Columns parse(String text) {
    Map<String, String> byMeaning = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      String[] sides = part.split("=", 2);
      if (sides.length != 2 || !MEANINGS.contains(sides[0].strip())) {
        throw new IllegalArgumentException(
            "'%s' is not one of category=, description=, lon=, lat=, address=, created=, closed=, id="
                .formatted(part));
      }
      byMeaning.put(sides[0].strip(), sides[1].strip());
    }
    for (String meaning : REQUIRED) {
      if (!byMeaning.containsKey(meaning)) {
        throw new IllegalArgumentException("--columns must name the column for " + meaning + "=");
      }
    }
    return new Columns(byMeaning);
  }

  Optional<String> column(String meaning) {
    return Optional.ofNullable(byMeaning.get(meaning));
  }
}
