package org.gridward.insight.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.identity.Caller;
import org.gridward.insight.InsightQuery;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what every question of this module takes: area, from, to, category. */
@Component
class FilterRequest {

  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(3660);
  private static final int MOST_CATEGORIES = 200;

  private final InsightScopes scopes;
  private final Clock clock;

  FilterRequest(InsightScopes scopes, Clock clock) {
    this.scopes = scopes;
    this.clock = clock;
  }

  /** A filter says something that cannot be. */
  static final class BadFilter extends Problem.Rejected {
    BadFilter(String field, @Nullable Object value, String wayOut) {
      super(
          "bad-filter",
          "%s (%s) %s".formatted(field, shorten(value), wayOut),
          Map.of("field", field, "value", shorten(value)));
    }

    private static String shorten(@Nullable Object value) {
      String text = String.valueOf(value);
      return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
  }

  /**
   * What was sent; the last seven days where no time was.
   *
   * @throws BadFilter when it cannot be
   */
  InsightQuery read(
      Caller caller,
      long area,
      @Nullable String from,
      @Nullable String to,
      @Nullable String category) {
    Instant end = to == null ? clock.instant() : moment("to", to);
    Instant start = from == null ? end.minus(USUAL) : moment("from", from);
    if (!start.isBefore(end)) {
      throw new BadFilter("from", start, "must lie before to (%s)".formatted(end));
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new BadFilter("from", start, "lies more than ten years before to (%s)".formatted(end));
    }
    return new InsightQuery(scopes.paths(caller, area), start, end, categories(category));
  }

  private static Instant moment(String field, String text) {
    try {
      Instant moment = Instant.parse(text);
      if (moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.parse("2100-01-01T00:00:00Z"))) {
        return moment;
      }
    } catch (DateTimeException _) {
      // told below
    }
    throw new BadFilter(field, text, "must be a time such as 2026-08-01T04:00:00Z");
  }

  private static Set<String> categories(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Set.of();
    }
    List<String> codes = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (codes.size() > MOST_CATEGORIES || codes.stream().anyMatch(String::isEmpty)) {
      throw new BadFilter(
          "category",
          text,
          "must be at most %d codes with commas between".formatted(MOST_CATEGORIES));
    }
    return codes.stream().collect(Collectors.toSet());
  }
}
