package org.gridward.incident.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gridward.incident.IncidentView;
import org.gridward.incident.ShiftFigures.Counted;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what came and went since a moment, and what is open. */
@Repository
public class ShiftRows {

  private static final String KEPT = "(keeper is not null or escalated_to is not null)";

  private final JdbcClient jdbc;

  ShiftRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Counted count(List<AreaPath> areas, Instant since, Instant now) {
    if (areas.isEmpty()) {
      return new Counted(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    long[] ended = ended(areas, since.atOffset(ZoneOffset.UTC));
    return jdbc.sql(
            """
            select count(*) as open,
              count(*) filter (where %s and due_at < ?) as late,
              count(*) filter (where stage in ('COLLECTED', 'FILED')) as waiting,
              count(*) filter (where stage = 'FED_BACK') as to_verify,
              count(*) filter (where placement = 'NEEDS_LOCATING') as to_locate,
              count(*) filter (where %s) as kept
            from incident %s
            """
                .formatted(IncidentLists.NOT_DONE, KEPT, within(areas, IncidentLists.OPEN).where()))
        .param(now.atOffset(ZoneOffset.UTC))
        .params(within(areas, IncidentLists.OPEN).parameters())
        .query(
            (row, n) ->
                new Counted(
                    came(areas, since.atOffset(ZoneOffset.UTC)),
                    ended[0],
                    ended[1],
                    ended[2],
                    row.getLong("open"),
                    row.getLong("late"),
                    row.getLong("waiting"),
                    row.getLong("to_verify"),
                    row.getLong("to_locate"),
                    row.getLong("kept")))
        .single();
  }

  private long came(List<AreaPath> areas, OffsetDateTime since) {
    ListConditions conditions =
        within(areas, "reported_at >= ? and stage not in ('DISMISSED', 'MERGED')", since);
    return jdbc.sql("select count(*) from incident " + conditions.where())
        .params(conditions.parameters())
        .query(Long.class)
        .single();
  }

  private long[] ended(List<AreaPath> areas, OffsetDateTime since) {
    ListConditions conditions = within(areas, "closed_at >= ?", since);
    return jdbc.sql(
            """
            select count(*) filter (where stage in ('CLOSED', 'EVALUATED')) as closed,
              count(*) filter (where stage = 'DISMISSED') as dismissed,
              count(*) filter (where stage = 'MERGED') as merged
            from incident %s
            """
                .formatted(conditions.where()))
        .params(conditions.parameters())
        .query(
            (row, n) ->
                new long[] {row.getLong("closed"), row.getLong("dismissed"), row.getLong("merged")})
        .single();
  }

  public List<IncidentView> listKept(List<AreaPath> areas, int limit) {
    if (areas.isEmpty()) {
      return List.of();
    }
    ListConditions conditions = within(areas, IncidentLists.OPEN + " and " + KEPT);
    List<Object> parameters = new ArrayList<>(conditions.parameters());
    parameters.add(limit);
    return jdbc.sql(
            IncidentRows.SELECT
                + conditions.where()
                + " order by coalesce(due_at, reported_at), id limit ?")
        .params(parameters)
        .query((row, n) -> IncidentRows.read(row))
        .list();
  }

  private static ListConditions within(List<AreaPath> areas, String condition, Object... values) {
    ListConditions conditions = new ListConditions();
    conditions.areas(areas);
    conditions.add(condition, values);
    return conditions;
  }
}
