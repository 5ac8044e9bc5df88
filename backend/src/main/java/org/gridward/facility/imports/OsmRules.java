package org.gridward.facility.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which OpenStreetMap tags make which kind of facility: a CSV table {@code tags,kind} whose first
 * fitting row counts. {@code amenity=school} asks for a tag, {@code amenity=*} for any value,
 * {@code a=b+c=d} for both.
 */
final class OsmRules {

  private static final String BUILT_IN = "osm-rules.csv";

  private record Rule(Map<String, String> tags, String kind) {
    boolean fits(Map<String, String> given) {
      return tags.entrySet().stream()
          .allMatch(
              wanted -> {
                String value = given.get(wanted.getKey());
                return value != null
                    && (wanted.getValue().equals("*") || wanted.getValue().equals(value));
              });
    }
  }

  private final List<Rule> rules;

  private OsmRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads the rules.
   *
   * @param file null for those that come with Gridward
   * @param kinds that there are
   * @throws Problem {@code rules-malformed} with the row
   */
  static OsmRules read(@Nullable Path file, Set<String> kinds) {
    try (Reader reader = file == null ? builtIn() : Files.newBufferedReader(file)) {
      List<Rule> rules = new ArrayList<>();
      try (var csv = CsvReader.builder().ofCsvRecord(reader)) {
        for (CsvRecord row : csv) {
          if (row.getStartingLineNumber() > 1) {
            rules.add(rule(row, kinds));
          }
        }
      }
      return new OsmRules(rules);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw refused("the rules cannot be read: " + e.getMessage());
    }
  }

  private static Reader builtIn() {
    InputStream in = Objects.requireNonNull(OsmRules.class.getResourceAsStream(BUILT_IN));
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private static Rule rule(CsvRecord row, Set<String> kinds) {
    String place = "row %d of the rules ".formatted(row.getStartingLineNumber());
    if (row.getFieldCount() != 2) {
      throw refused(place + "must be tags,kind");
    }
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : row.getField(0).split("\\+")) {
      String[] sides = tag.split("=", 2);
      if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
        throw refused(place + "has '%s', which is not key=value".formatted(tag));
      }
      tags.put(sides[0].strip(), sides[1].strip());
    }
    String kind = row.getField(1).strip();
    if (!kinds.contains(kind)) {
      throw refused(place + "names the kind '%s', which there is not".formatted(kind));
    }
    return new Rule(tags, kind);
  }

  /** The kind these tags make; empty where they make none. */
  Optional<String> kind(Map<String, String> tags) {
    return rules.stream().filter(rule -> rule.fits(tags)).map(Rule::kind).findFirst();
  }

  private static Problem refused(String sentence) {
    return new Problem.Rejected("rules-malformed", sentence, Map.of());
  }
}
