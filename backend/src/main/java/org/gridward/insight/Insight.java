package org.gridward.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridward.gis.heat.AreaFigures;
import org.gridward.gis.heat.AreaTally;
import org.gridward.gis.heat.HeatEngine;
import org.gridward.gis.heat.HeatGrid;
import org.gridward.gis.heat.HeatSurface;
import org.gridward.gis.heat.IncidentColumns;
import org.gridward.gis.heat.TimeCounts;
import org.gridward.shared.AreaPath;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Answers from memory. Everything throws {@link InsightNotReady} until the incidents have been read
 * after the start. Who may see what is the caller's business. Thread-safe.
 */
@Service
public class Insight implements DisposableBean {

  private final IncidentMemory memory;
  private final Clock clock;
  private final HeatEngine engine = new HeatEngine(Runtime.getRuntime().availableProcessors());

  Insight(IncidentMemory memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * The density of incidents.
   *
   * @param bandwidth the kernel's standard deviation in metres
   * @throws IllegalArgumentException when the bandwidth does not suit the grid
   */
  public HeatSurface surface(InsightQuery query, HeatGrid grid, double bandwidth) {
    return engine.surface(memory.columns(), memory.filter(query), grid, bandwidth);
  }

  /** Figures of some areas, of everything asked for, and of the period before. */
  public record Figures(
      List<AreaFigures> areas, List<Long> before, AreaFigures all, long allBefore) {}

  /**
   * Figures of areas none of which lies in another.
   *
   * @return in the order of {@code areas}
   */
  public Figures figures(InsightQuery query, List<AreaPath> areas) {
    int[] groups = groups(areas);
    List<AreaFigures> now = tally(query, areas.size(), groups);
    List<Long> before =
        tally(query.before(), areas.size(), groups).stream().map(AreaFigures::count).toList();
    int[] together = new int[groups.length];
    return new Figures(
        now,
        before,
        tally(query, 1, together).getFirst(),
        tally(query.before(), 1, together).getFirst().count());
  }

  /** Which of the areas each code of the columns lies in. */
  private int[] groups(List<AreaPath> areas) {
    Map<AreaPath, Integer> places =
        IntStream.range(0, areas.size()).boxed().collect(Collectors.toMap(areas::get, i -> i));
    return IntStream.range(0, memory.areaCodes())
        .map(code -> group(memory.area(code), places))
        .toArray();
  }

  private static int group(AreaPath path, Map<AreaPath, Integer> places) {
    for (AreaPath at = path; ; at = at.parent()) {
      Integer place = places.get(at);
      if (place != null) {
        return place;
      }
      if (at.isRoot()) {
        return AreaTally.NO_GROUP;
      }
    }
  }

  /** A code that came after the groups were made belongs to none. */
  private List<AreaFigures> tally(InsightQuery query, int count, int[] groups) {
    return AreaTally.of(
        memory.columns(),
        memory.filter(query),
        count,
        code -> code < groups.length ? groups[code] : AreaTally.NO_GROUP,
        Seconds.of(clock.instant()));
  }

  /**
   * How many were reported between each edge and the next.
   *
   * @param edges ascending, two or more
   */
  public long[] countBetween(InsightQuery query, List<Instant> edges) {
    int[] seconds = edges.stream().mapToInt(Seconds::of).toArray();
    return TimeCounts.of(memory.columns(), memory.filter(query), seconds);
  }

  /** The first and the last report. */
  public record Span(Instant first, Instant last) {}

  /** From when to when anything was reported in the query's areas and categories, at any time. */
  public Optional<Span> span(InsightQuery query) {
    IncidentColumns columns = memory.columns();
    return TimeCounts.span(columns, memory.filter(query.at(Instant.EPOCH, Instant.MAX)))
        .map(span -> new Span(Seconds.instant(span.first()), Seconds.instant(span.last())));
  }

  @Override
  public void destroy() {
    engine.close();
  }
}
