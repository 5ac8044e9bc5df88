package org.gridward.insight.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridward.identity.Caller;
import org.gridward.insight.Insight;
import org.gridward.insight.Insight.Span;
import org.gridward.insight.InsightQuery;
import org.gridward.insight.web.FilterRequest.BadFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts over time: docs/api/insight.md. */
@RestController
class HistogramController {

  /** Longer than this is shown by days. */
  private static final Duration BY_HOURS = Duration.ofDays(10);

  private static final Duration USUAL = Duration.ofDays(366);

  private final Insight insight;
  private final FilterRequest filters;
  private final ZoneId zone;

  HistogramController(
      Insight insight, FilterRequest filters, @Value("${gridward.time-zone:}") String zone) {
    this.insight = insight;
    this.filters = filters;
    this.zone = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
  }

  /**
   * Counts.
   *
   * @param step {@code hour} or {@code day} of the installation's clock
   * @param edges one more than {@code counts}; empty when there are no incidents at all
   * @param first the first report of all that the caller may evaluate; null without any
   * @param last the last one
   */
  record Histogram(
      String step,
      String timeZone,
      List<Instant> edges,
      List<Long> counts,
      @Nullable Instant first,
      @Nullable Instant last) {}

  @GetMapping("/api/insight/histogram")
  Histogram histogram(
      Caller caller,
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String step) {
    InsightQuery asked = filters.read(caller, area, from, to, category);
    Span span = insight.span(filters.read(caller, 0, null, null, null)).orElse(null);
    if (span == null) {
      return new Histogram("day", zone.getId(), List.of(), List.of(), null, null);
    }
    boolean everything = from == null && to == null;
    InsightQuery query = everything ? wide(asked, span) : asked;
    ChronoUnit unit = unit(step, query);
    List<Instant> edges = edges(query.from(), query.to(), unit, zone);
    if (!everything) {
      edges.set(0, query.from());
      edges.set(edges.size() - 1, query.to());
    }
    return new Histogram(
        unit == ChronoUnit.HOURS ? "hour" : "day",
        zone.getId(),
        edges,
        Arrays.stream(insight.countBetween(query, edges)).boxed().toList(),
        span.first(),
        span.last());
  }

  /** Everything there is, but no more than a year of it. */
  private static InsightQuery wide(InsightQuery asked, Span span) {
    Instant end = span.last().plusSeconds(1);
    Instant start = end.minus(USUAL);
    return asked.at(start.isAfter(span.first()) ? start : span.first(), end);
  }

  private static ChronoUnit unit(@Nullable String step, InsightQuery query) {
    Duration length = Duration.between(query.from(), query.to());
    boolean hours = length.compareTo(BY_HOURS) <= 0;
    return switch (step) {
      case null -> hours ? ChronoUnit.HOURS : ChronoUnit.DAYS;
      case "day" -> ChronoUnit.DAYS;
      case "hour" -> {
        if (length.compareTo(BY_HOURS.multipliedBy(6)) > 0) {
          throw new BadFilter("step", step, "goes with at most 60 days; use day");
        }
        yield ChronoUnit.HOURS;
      }
      default -> throw new BadFilter("step", step, "must be hour or day");
    };
  }

  /** Whole steps of a zone's clock around a time; a day begins at its first moment there. */
  static List<Instant> edges(Instant from, Instant to, ChronoUnit unit, ZoneId zone) {
    boolean days = unit == ChronoUnit.DAYS;
    List<Instant> edges = new ArrayList<>();
    ZonedDateTime edge = from.atZone(zone);
    edge = days ? edge.toLocalDate().atStartOfDay(zone) : edge.truncatedTo(unit);
    while (edge.toInstant().isBefore(to)) {
      edges.add(edge.toInstant());
      edge = days ? edge.toLocalDate().plusDays(1).atStartOfDay(zone) : edge.plus(1, unit);
    }
    edges.add(edge.toInstant());
    return edges;
  }
}
