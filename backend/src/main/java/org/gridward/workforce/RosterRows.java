package org.gridward.workforce;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the roster holds. */
@Repository
class RosterRows {

  private static final String WORKERS =
      """
      select id, user_id, name, rank, area_path, skills, capacity, active, unit_id, duty
      from worker where :all or id = any(:ids)
      """;
  private static final String SHIFTS =
      """
      select id, worker_id, lower(during) as starts, upper(during) as ends from duty_shift
      where upper(during) > :now and (:all or worker_id = any(:ids)) order by lower(during)
      """;
  private static final String POSTS =
      """
      select cell_id, worker_id, rank from responsibility
      where upper_inf(valid) and (:all or cell_id = any(:ids)) order by id
      """;

  private final JdbcClient jdbc;

  RosterRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The workers with these ids, or all for null. */
  List<RosterEntry> listWorkers(@Nullable Collection<Long> ids, Instant now) {
    Map<Long, List<Shift>> shifts = new HashMap<>();
    bind(SHIFTS, ids)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> shift(row))
        .list()
        .forEach(
            shift ->
                shifts
                    .computeIfAbsent(shift.workerId(), _ -> new java.util.ArrayList<>())
                    .add(shift));
    return bind(WORKERS, ids)
        .query((row, _) -> entry(row, shifts.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  /** Who answers now for the cells with these ids, or for all for null. */
  List<Roster.Post> listPosts(@Nullable Collection<Long> cellIds) {
    return bind(POSTS, cellIds)
        .query(
            (row, _) ->
                new Roster.Post(
                    row.getLong(1), row.getLong(2), ResponsibilityRank.valueOf(row.getString(3))))
        .list();
  }

  private JdbcClient.StatementSpec bind(String sql, @Nullable Collection<Long> ids) {
    return jdbc.sql(sql)
        .param("all", ids == null)
        .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new));
  }

  private static RosterEntry entry(ResultSet row, List<Shift> shifts) throws SQLException {
    long unit = row.getLong("unit_id");
    Long unitId = row.wasNull() ? null : unit;
    return new RosterEntry(
        worker(row, true),
        worker(row, false),
        row.getBoolean("active"),
        unitId,
        Duty.valueOf(row.getString("duty")),
        shifts);
  }

  private static Worker worker(ResultSet row, boolean onDuty) throws SQLException {
    return new Worker(
        row.getLong("id"),
        row.getLong("user_id"),
        row.getString("name"),
        row.getString("rank"),
        new AreaPath(row.getString("area_path")),
        Set.of(texts(row.getArray("skills"))),
        row.getInt("capacity"),
        onDuty);
  }

  private static String[] texts(Array array) throws SQLException {
    return (String[]) array.getArray();
  }

  static Shift shift(ResultSet row) throws SQLException {
    return new Shift(
        row.getLong("id"),
        row.getLong("worker_id"),
        row.getObject("starts", OffsetDateTime.class).toInstant(),
        row.getObject("ends", OffsetDateTime.class).toInstant());
  }
}
