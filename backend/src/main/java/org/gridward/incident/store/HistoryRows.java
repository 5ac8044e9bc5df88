package org.gridward.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.CaseQuery;
import org.gridward.incident.IncidentFacts;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads incidents of any age, page by page in the order of their reports. */
@Repository
public class HistoryRows {

  private static final String SELECT =
      """
      select id, number, category_code, stage, st_x(location) as lon, st_y(location) as lat,
             area_path, reported_at, filed_at, due_at, closed_at
      from incident
      """;

  private final JdbcClient jdbc;

  HistoryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<IncidentFacts> listAfter(@Nullable IncidentFacts last, int limit) {
    if (last == null) {
      return jdbc.sql(SELECT + "order by reported_at, id limit ?")
          .param(limit)
          .query((row, n) -> read(row))
          .list();
    }
    return jdbc.sql(SELECT + "where (reported_at, id) > (?, ?) order by reported_at, id limit ?")
        .params(last.reportedAt().atOffset(ZoneOffset.UTC), last.id(), limit)
        .query((row, n) -> read(row))
        .list();
  }

  public List<IncidentFacts> list(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, n) -> read(row))
        .list();
  }

  private static IncidentFacts read(ResultSet row) throws SQLException {
    return new IncidentFacts(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("category_code"),
        Stage.valueOf(row.getString("stage")),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        new AreaPath(row.getString("area_path")),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        instant(row, "filed_at"),
        instant(row, "due_at"),
        instant(row, "closed_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public IncidentPage list(CaseQuery query) {
    if (query.areas().isEmpty()) {
      return new IncidentPage(List.of(), null);
    }
    List<String> conditions = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    conditions.add("stage not in ('DISMISSED', 'MERGED') and reported_at >= ? and reported_at < ?");
    parameters.add(query.from().atOffset(ZoneOffset.UTC));
    parameters.add(query.to().atOffset(ZoneOffset.UTC));
    IncidentLists.addAreas(query.areas(), conditions, parameters);
    if (!query.categories().isEmpty()) {
      conditions.add("category_code = any(?)");
      parameters.add(query.categories().toArray(String[]::new));
    }
    if (query.after() != null) {
      PageCursor after = PageCursor.parse(query.after());
      conditions.add("(reported_at, id) < (?, ?)");
      parameters.add(after.time());
      parameters.add(after.id());
    }
    parameters.add(query.limit() + 1);
    return page(
        query.limit(),
        jdbc.sql(
                IncidentRows.SELECT
                    + "where "
                    + String.join(" and ", conditions)
                    + " order by reported_at desc, id desc limit ?")
            .params(parameters)
            .query((row, n) -> IncidentRows.read(row))
            .list());
  }

  private static IncidentPage page(int limit, List<IncidentView> items) {
    if (items.size() <= limit) {
      return new IncidentPage(items, null);
    }
    IncidentView last = items.get(limit - 1);
    return new IncidentPage(
        items.subList(0, limit), new PageCursor(last.compact().reportedAt(), last.id()).toString());
  }
}
