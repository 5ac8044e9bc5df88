package org.gridward.incident.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridward.incident.IncidentCounts;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists incidents page by page (keyset, so a page costs the same wherever it is). The queue reads
 * the partial index of open incidents in its own order.
 */
@Repository
public class IncidentLists {

  static final String OPEN = "stage not in ('CLOSED', 'EVALUATED', 'DISMISSED', 'MERGED')";
  static final String NOT_DONE = "stage in ('COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING')";

  private final JdbcClient jdbc;
  private final Clock clock;

  IncidentLists(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public IncidentPage list(IncidentQuery query) {
    if (query.areas().isEmpty() || query.stages().isEmpty()) {
      return new IncidentPage(List.of(), null);
    }
    Statement statement = statement(query);
    List<IncidentView> items =
        jdbc.sql(statement.sql())
            .params(statement.parameters())
            .query((row, n) -> IncidentRows.read(row))
            .list();
    return page(query, items);
  }

  private static IncidentPage page(IncidentQuery query, List<IncidentView> items) {
    if (items.size() <= query.limit()) {
      return new IncidentPage(items, null);
    }
    IncidentView last = items.get(query.limit() - 1);
    PageCursor next = new PageCursor(sortTime(query, last), last.id());
    return new IncidentPage(items.subList(0, query.limit()), next.toString());
  }

  private static Instant sortTime(IncidentQuery query, IncidentView view) {
    @Nullable Instant dueAt = view.compact().dueAt();
    return isQueue(query) && dueAt != null ? dueAt : view.compact().reportedAt();
  }

  private static boolean isQueue(IncidentQuery query) {
    return Stage.OPEN.containsAll(query.stages());
  }

  /** SQL and what fills its question marks, in order. */
  record Statement(String sql, List<Object> parameters) {}

  /** Package-private so that a test can ask PostgreSQL how it would run it. */
  Statement statement(IncidentQuery query) {
    ListConditions conditions = conditions(query);
    addCursor(query, conditions);
    String direction = isQueue(query) ? "" : " desc";
    List<Object> parameters = new ArrayList<>(conditions.parameters());
    parameters.add(query.limit() + 1);
    return new Statement(
        IncidentRows.SELECT
            + conditions.where()
            + " order by %s%s, id%s limit ?".formatted(sortColumn(query), direction, direction),
        parameters);
  }

  public IncidentCounts count(IncidentQuery query) {
    if (query.areas().isEmpty() || query.stages().isEmpty()) {
      return IncidentCounts.NONE;
    }
    ListConditions conditions = conditions(query);
    return jdbc.sql(
            "select count(*) as total, count(*) filter (where "
                + NOT_DONE
                + " and due_at < ?) as late from incident "
                + conditions.where())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .params(conditions.parameters())
        .query((row, n) -> new IncidentCounts(row.getLong("total"), row.getLong("late")))
        .single();
  }

  private ListConditions conditions(IncidentQuery query) {
    ListConditions conditions = new ListConditions();
    conditions.stages(query.stages());
    conditions.areas(query.areas());
    conditions.placement(query.placement());
    if (query.late()) {
      conditions.add(NOT_DONE + " and due_at < ?", clock.instant().atOffset(ZoneOffset.UTC));
    }
    conditions.filter(query.filter());
    return conditions;
  }

  private static String sortColumn(IncidentQuery query) {
    return isQueue(query) ? "coalesce(due_at, reported_at)" : "reported_at";
  }

  private static void addCursor(IncidentQuery query, ListConditions conditions) {
    if (query.after() != null) {
      PageCursor after = PageCursor.parse(query.after());
      String beyond = isQueue(query) ? ">" : "<";
      conditions.add(
          "(%s, id) %s (?, ?)".formatted(sortColumn(query), beyond), after.time(), after.id());
    }
  }

  /** A prefix as a range, which a generic plan can look up in the index, unlike LIKE. */
  static void addAreas(List<AreaPath> areas, List<String> conditions, List<Object> parameters) {
    if (areas.stream().anyMatch(AreaPath::isRoot)) {
      return;
    }
    conditions.add(
        areas.stream()
            .map(area -> "(area_path >= ? and area_path < ?)")
            .collect(Collectors.joining(" or ", "(", ")")));
    for (AreaPath area : areas) {
      parameters.add(area.value());
      parameters.add(area.value().substring(0, area.value().length() - 1) + (char) ('/' + 1));
    }
  }
}
