package org.gridward.insight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.AssignmentHistory;
import org.gridward.dispatch.AssignmentTimes;
import org.gridward.gis.heat.IncidentColumns;
import org.gridward.gis.heat.IncidentFilter;
import org.gridward.gis.heat.IncidentRow;
import org.gridward.incident.IncidentFacts;
import org.gridward.incident.IncidentHistory;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every incident in memory. Rows are read and put under one lock, so that an older state never
 * replaces a newer one. Thread-safe.
 */
@Component
class IncidentMemory {

  private static final int PAGE = 5_000;

  /** Dismissed: not a case, counts nowhere. */
  private static final String NO_CATEGORY = "";

  private final IncidentHistory history;
  private final AssignmentHistory assignments;
  private final IncidentColumns columns = new IncidentColumns();
  private final Codes categories = new Codes();
  private final Codes areas = new Codes();
  private volatile boolean ready;

  IncidentMemory(IncidentHistory history, AssignmentHistory assignments) {
    this.history = history;
    this.assignments = assignments;
  }

  /** Reads all there are, page by page; those who wait for {@link #columns} may then go on. */
  void load() {
    @Nullable IncidentFacts last = null;
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      List<IncidentFacts> page = loadAfter(last);
      more = page.size() == PAGE;
      last = more ? page.getLast() : last;
    }
    ready = !more;
  }

  private synchronized List<IncidentFacts> loadAfter(@Nullable IncidentFacts last) {
    List<IncidentFacts> page = history.listAfter(last, PAGE);
    put(page);
    return page;
  }

  /** Reads these again. */
  synchronized void refresh(Collection<UUID> ids) {
    put(history.list(ids));
  }

  private void put(List<IncidentFacts> incidents) {
    Map<UUID, AssignmentTimes> times =
        assignments.listTimes(incidents.stream().map(IncidentFacts::id).toList());
    columns.putAll(
        incidents.stream()
            .map(each -> row(each, times.getOrDefault(each.id(), AssignmentTimes.NONE)))
            .toList());
  }

  private IncidentRow row(IncidentFacts incident, AssignmentTimes times) {
    boolean none = incident.stage() == Stage.DISMISSED || incident.stage() == Stage.MERGED;
    IncidentRow row =
        new IncidentRow(
            incident.number(),
            IncidentRow.UNPLACED,
            IncidentRow.UNPLACED,
            Seconds.of(incident.reportedAt()),
            categories.of(none ? NO_CATEGORY : incident.category()),
            areas.of(incident.areaPath().value()),
            Seconds.ofOptional(incident.dueAt()),
            Seconds.ofOptional(times.doneAt() == null ? incident.closedAt() : times.doneAt()),
            Seconds.between(incident.reportedAt(), times.acceptedAt()),
            Seconds.between(incident.reportedAt(), incident.closedAt()));
    Double lon = incident.lon();
    Double lat = incident.lat();
    return lon == null || lat == null ? row : row.at(lon, lat);
  }

  /**
   * The incidents.
   *
   * @throws InsightNotReady while they are still being read
   */
  IncidentColumns columns() {
    if (!ready) {
      throw new InsightNotReady(columns.size());
    }
    return columns;
  }

  /** What a question lets through, as the columns know it. */
  IncidentFilter filter(InsightQuery query) {
    return new IncidentFilter(
        Seconds.of(query.from()),
        Seconds.of(query.to()),
        code -> isWanted(categories.word(code), query),
        code -> query.areas().stream().anyMatch(area -> area.contains(area(code))));
  }

  private static boolean isWanted(String category, InsightQuery query) {
    return !category.equals(NO_CATEGORY)
        && (query.categories().isEmpty() || query.categories().contains(category));
  }

  /** The path that a code of the columns stands for. */
  AreaPath area(int code) {
    return new AreaPath(areas.word(code));
  }

  /** How many codes of areas there are. */
  int areaCodes() {
    return areas.size();
  }
}
