package org.gridward.facility.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.facility.FacilityKind;
import org.gridward.facility.TagRule;
import org.gridward.gis.formats.CsvRow;
import org.gridward.gis.formats.CsvTable;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which OpenStreetMap tags make which kind of facility; the first rule that fits counts. The kinds
 * themselves say it, or a table in CSV: {@code tags,kind}, such as {@code amenity=school,school} or
 * {@code amenity=social_facility+social_facility:for=senior,elder-care}.
 */
final class OsmRules {

  private record Rule(TagRule tags, String kind) {}

  private final List<Rule> rules;

  private OsmRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * The rules to go by.
   *
   * @param file a table; null for what the kinds say, in their order
   * @throws Problem {@code rules-malformed} with the row
   */
  static OsmRules read(@Nullable Path file, List<FacilityKind> kinds) {
    return file == null ? of(kinds) : ofFile(file, kinds);
  }

  private static OsmRules of(List<FacilityKind> kinds) {
    return new OsmRules(
        kinds.stream()
            .flatMap(
                kind ->
                    kind.rules().stream().map(rule -> new Rule(TagRule.parse(rule), kind.code())))
            .toList());
  }

  private static OsmRules ofFile(Path file, List<FacilityKind> kinds) {
    Set<String> codes = kinds.stream().map(FacilityKind::code).collect(Collectors.toSet());
    try (CsvTable table = CsvTable.open(file, null)) {
      List<Rule> rules = new ArrayList<>();
      while (table.hasNext()) {
        CsvRow row = table.next();
        table.requireEncoding(row);
        rules.add(rule(row, codes));
      }
      return new OsmRules(rules);
    } catch (UnreadableFile e) {
      throw refused("the rules cannot be read: " + e.getMessage());
    }
  }

  private static Rule rule(CsvRow row, Set<String> kinds) {
    String place = "row %d of the rules ".formatted(row.line());
    if (row.fields().size() != 2) {
      throw refused(place + "must be tags,kind");
    }
    String kind = row.fields().get(1).strip();
    if (!kinds.contains(kind)) {
      throw refused(place + "names the kind '%s', which there is not".formatted(kind));
    }
    try {
      return new Rule(TagRule.parse(row.fields().getFirst()), kind);
    } catch (Problem e) {
      throw refused(place + "cannot be: " + e.getMessage());
    }
  }

  /** The kind these tags make; empty where they make none. */
  Optional<String> kind(Map<String, String> tags) {
    return rules.stream().filter(rule -> rule.tags().fits(tags)).map(Rule::kind).findFirst();
  }

  private static Problem refused(String sentence) {
    return new Problem.Rejected("rules-malformed", sentence, Map.of());
  }
}
