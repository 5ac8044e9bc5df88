package org.gridward.insight.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridward.gis.heat.AreaFigures;
import org.gridward.grid.Area;
import org.gridward.identity.Caller;
import org.gridward.insight.Insight;
import org.gridward.insight.Insight.Figures;
import org.gridward.insight.InsightQuery;
import org.gridward.insight.web.FilterRequest.BadFilter;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts, medians and shares for areas: docs/api/insight.md. */
@RestController
class AreaFiguresController {

  private static final int MOST = 5_000;

  private final Insight insight;
  private final FilterRequest filters;
  private final InsightScopes scopes;

  AreaFiguresController(Insight insight, FilterRequest filters, InsightScopes scopes) {
    this.insight = insight;
    this.filters = filters;
    this.scopes = scopes;
  }

  /**
   * Figures.
   *
   * @param before how many there were in the period before
   * @param onTimeShare 0 to 1; null when no time limit is decided yet
   */
  record FiguresView(
      long count,
      long before,
      long open,
      @Nullable Integer acceptMedianSeconds,
      @Nullable Integer closeMedianSeconds,
      @Nullable Double onTimeShare) {

    static FiguresView of(AreaFigures figures, long before) {
      return new FiguresView(
          figures.count(),
          before,
          figures.open(),
          figures.acceptMedian(),
          figures.closeMedian(),
          figures.due() == 0 ? null : (double) figures.kept() / figures.due());
    }
  }

  record AreaRow(
      long id,
      String code,
      String type,
      Map<String, String> names,
      AreaPath path,
      boolean cell,
      FiguresView figures) {}

  /**
   * A page.
   *
   * @param all of the whole question, also of what lies in none of the areas
   * @param next the next call's {@code after}; null at the end
   */
  record AreaTable(List<AreaRow> items, FiguresView all, @Nullable Integer next) {}

  @GetMapping("/api/insight/areas")
  AreaTable list(
      Caller caller,
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(defaultValue = "below") String level,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(defaultValue = "1000") int limit,
      @RequestParam(defaultValue = "0") int after) {
    InsightQuery query = filters.read(caller, area, from, to, category);
    List<Area> areas = areas(caller, area, level);
    Figures figures = insight.figures(query, areas.stream().map(Area::path).toList());
    List<AreaRow> rows = rows(areas, figures);
    int first = Math.clamp(after, 0, rows.size());
    int last = Math.min(rows.size(), first + Math.clamp(limit, 1, MOST));
    return new AreaTable(
        rows.subList(first, last),
        FiguresView.of(figures.all(), figures.allBefore()),
        last < rows.size() ? last : null);
  }

  private List<Area> areas(Caller caller, long area, String level) {
    return switch (level) {
      case "below" -> scopes.below(caller, area);
      case "cells" -> scopes.cells(caller, area);
      default -> throw new BadFilter("level", level, "must be below or cells");
    };
  }

  /** The most incidents first, then by code. */
  private static List<AreaRow> rows(List<Area> areas, Figures figures) {
    List<AreaRow> rows =
        new ArrayList<>(
            IntStream.range(0, areas.size())
                .mapToObj(i -> row(areas.get(i), figures.areas().get(i), figures.before().get(i)))
                .toList());
    rows.sort(
        Comparator.comparingLong((AreaRow row) -> -row.figures().count())
            .thenComparing(AreaRow::code));
    return rows;
  }

  private static AreaRow row(Area area, AreaFigures figures, long before) {
    return new AreaRow(
        area.id(),
        area.code(),
        area.type(),
        area.names(),
        area.path(),
        area.cell(),
        FiguresView.of(figures, before));
  }
}
