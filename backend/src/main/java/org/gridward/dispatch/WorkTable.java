package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.incident.FiledIncident;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of {@code dispatch_work}. */
@Repository
class WorkTable {

  private static final String[] RETRIED =
      Arrays.stream(Reason.values())
          .filter(Reason::retried)
          .map(Reason::name)
          .toArray(String[]::new);
  private static final String COLUMNS = " incident_id, state, reason, round, attempts ";

  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  WorkTable(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  /** A new round for each of these: due now. */
  void insert(List<FiledIncident> incidents, Instant now) {
    jdbc.batchUpdate(
        """
        insert into dispatch_work (incident_id, area_path, severity_rank, state, due_at)
        values (?, ?, ?, 'DUE', ?)
        on conflict (incident_id) do update
          set area_path = excluded.area_path, severity_rank = excluded.severity_rank,
              state = 'DUE', due_at = excluded.due_at, reason = null,
              round = dispatch_work.round + 1, attempts = 0
        """,
        incidents.stream()
            .map(
                one ->
                    new Object[] {
                      one.id(),
                      one.areaPath().value(),
                      one.severity().ordinal(),
                      Timestamp.from(now)
                    })
            .toList());
  }

  Optional<Work> find(UUID incidentId) {
    return client
        .sql("select" + COLUMNS + "from dispatch_work where incident_id = ?")
        .param(incidentId)
        .query(WorkTable::read)
        .optional();
  }

  /** Takes due rows that nobody else has, the most severe and oldest first. */
  List<Work> claim(Instant now, int limit) {
    return client
        .sql(
            "select"
                + COLUMNS
                + """
                from dispatch_work where state = 'DUE' and due_at <= ?
                order by severity_rank desc, due_at limit ? for update skip locked
                """)
        .param(Timestamp.from(now))
        .param(limit)
        .query(WorkTable::read)
        .list();
  }

  /** Somebody is being asked. */
  void assigned(Collection<UUID> incidentIds) {
    client
        .sql(
            """
            update dispatch_work set state = 'ASSIGNED', reason = null, attempts = attempts + 1
            where incident_id = any(?)
            """)
        .param(incidentIds.toArray(UUID[]::new))
        .update();
  }

  /** Into the operator's queue, each with its reason. */
  void waiting(Map<UUID, Reason> reasons) {
    jdbc.batchUpdate(
        "update dispatch_work set state = 'WAITING', reason = ? where incident_id = ?",
        reasons.entrySet().stream()
            .map(one -> new Object[] {one.getValue().name(), one.getKey()})
            .toList());
  }

  /** Into the operator's queue until the operator lets it go: a new round begins. */
  void held(UUID incidentId) {
    client
        .sql(
            """
            update dispatch_work set state = 'WAITING', reason = 'HELD_BY_OPERATOR',
              round = round + 1, attempts = 0
            where incident_id = ?
            """)
        .param(incidentId)
        .update();
  }

  /** Due again in the same round: the next one is asked. */
  void due(UUID incidentId) {
    client
        .sql("update dispatch_work set state = 'DUE', reason = null where incident_id = ?")
        .param(incidentId)
        .update();
  }

  /** Due in a new round: everybody may be asked again. */
  void dueAnew(UUID incidentId) {
    client
        .sql(
            """
            update dispatch_work set state = 'DUE', reason = null, round = round + 1, attempts = 0
            where incident_id = ?
            """)
        .param(incidentId)
        .update();
  }

  void moved(UUID incidentId, AreaPath area) {
    client
        .sql("update dispatch_work set area_path = ? where incident_id = ?")
        .param(area.value())
        .param(incidentId)
        .update();
  }

  void ended(Collection<UUID> incidentIds) {
    client
        .sql("update dispatch_work set state = 'ENDED', reason = null where incident_id = any(?)")
        .param(incidentIds.toArray(UUID[]::new))
        .update();
  }

  /** Tries a row later that could not be worked now. */
  void postpone(UUID incidentId, Instant until) {
    client
        .sql("update dispatch_work set due_at = ? where incident_id = ? and state = 'DUE'")
        .param(Timestamp.from(until))
        .param(incidentId)
        .update();
  }

  /** How many incidents stand so. */
  long count(Work.State state) {
    return client
        .sql("select count(*) from dispatch_work where state = ?")
        .param(state.name())
        .query(Long.class)
        .single();
  }

  /** Something waits that may be tried again. */
  boolean anyRetried() {
    return client
        .sql(
            """
            select exists
              (select from dispatch_work where state = 'WAITING' and reason = any(?))
            """)
        .param(RETRIED)
        .query(Boolean.class)
        .single();
  }

  /** Waiting ones in {@code area} that may be tried again, the most severe and oldest first. */
  List<UUID> listRetried(AreaPath area, int offset, int limit) {
    return client
        .sql(
            """
            select incident_id from dispatch_work
            where state = 'WAITING' and reason = any(?) and area_path >= ? and area_path < ?
            order by severity_rank desc, due_at offset ? limit ?
            """)
        .param(RETRIED)
        .param(area.value())
        .param(area.value() + "~") // after every digit and slash
        .param(offset)
        .param(limit)
        .query(UUID.class)
        .list();
  }

  /** Makes waiting rows due, but for those somebody works at; the reason stays for comparison. */
  int retry(Collection<UUID> incidentIds) {
    return client
        .sql(
            """
            update dispatch_work set state = 'DUE' where incident_id in
              (select incident_id from dispatch_work
               where incident_id = any(?) and state = 'WAITING' and reason = any(?)
               for update skip locked)
            """)
        .param(incidentIds.toArray(UUID[]::new))
        .param(RETRIED)
        .update();
  }

  /**
   * Locks these workers against other offers for the rest of the transaction, in an order that
   * everybody keeps.
   */
  void lockWorkers(Collection<Long> workerIds) {
    client
        .sql(
            """
            select pg_advisory_xact_lock(hashtextextended('dispatch.worker', id))
            from (select distinct id from unnest(?) as id order by id) as ordered
            """)
        .param(workerIds.toArray(Long[]::new))
        .query(row -> {});
  }

  private static Work read(ResultSet row, int number) throws SQLException {
    return new Work(
        row.getObject("incident_id", UUID.class),
        Work.State.valueOf(row.getString("state")),
        reason(row.getString("reason")),
        row.getInt("round"),
        row.getInt("attempts"));
  }

  private static @Nullable Reason reason(@Nullable String code) {
    return code == null ? null : Reason.valueOf(code);
  }
}
