package org.gridward.incident.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a list. */
final class ListRequest {

  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 1000;
  private static final int MAX_TEXT = 1000;
  private static final int MAX_WORDS = 50;

  /** A filter says something that cannot be. */
  static final class BadFilter extends Problem.Rejected {
    BadFilter(String field, Object value, String wayOut) {
      super(
          "bad-filter",
          "%s (%s) %s".formatted(field, value, wayOut),
          Map.of("field", field, "value", value));
    }
  }

  private ListRequest() {}

  /** {@code OPEN}, {@code ALL}, or stages with commas between; nothing is OPEN. */
  static Set<Stage> stages(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Stage.OPEN;
    }
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    for (String word : text.split(",", -1)) {
      stages.addAll(stage(word.strip().toUpperCase(Locale.ROOT)));
    }
    return stages;
  }

  private static Set<Stage> stage(String word) {
    return switch (word) {
      case "OPEN" -> Stage.OPEN;
      case "ALL" -> EnumSet.allOf(Stage.class);
      default ->
          EnumSet.of(
              Arrays.stream(Stage.values())
                  .filter(stage -> stage.name().equals(word))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new BadFilter(
                              "stage",
                              word,
                              "is no stage; use OPEN, ALL or some of "
                                  + Arrays.toString(Stage.values()))));
    };
  }

  /** Severities with commas between; nothing is any. */
  static Set<Severity> severities(@Nullable String text) {
    Set<Severity> severities = EnumSet.noneOf(Severity.class);
    for (String word : words(text, ",")) {
      severities.add(
          Arrays.stream(Severity.values())
              .filter(severity -> severity.name().equals(word.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadFilter(
                          "severity",
                          word,
                          "is no severity; use some of " + Arrays.toString(Severity.values()))));
    }
    return severities;
  }

  /** What stands between the separators, without blanks and empty pieces, at most 50. */
  static List<String> words(@Nullable String text, String separator) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
      throw new BadFilter(
          "words", text.length(), "characters cannot be searched for; give at most " + MAX_TEXT);
    }
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .limit(MAX_WORDS)
        .toList();
  }

  static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new BadFilter("limit", limit, "must be 1 to " + MAX_LIMIT);
    }
    return limit;
  }
}
