package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.dispatch.ranking.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of {@code assignment}. Written only by who holds the incident's lock. */
@Repository
class AssignmentTable {

  private static final String ACTIVE = " state in ('OFFERED', 'ACCEPTED', 'ARRIVED') ";
  private static final String SELECT =
      """
      select id, incident_id, worker_id, state, decision_id, round, offered_at, expires_at,
             received_at, opened_at, accepted_at, arrived_at, ended_at, reason, version
      from assignment where
      """;

  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  AssignmentTable(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  Optional<Assignment> find(UUID id) {
    return client.sql(SELECT + "id = ?").param(id).query(AssignmentTable::read).optional();
  }

  Optional<Assignment> findActive(UUID incidentId) {
    return client
        .sql(SELECT + "incident_id = ? and" + ACTIVE)
        .param(incidentId)
        .query(AssignmentTable::read)
        .optional();
  }

  List<Assignment> listActive(Collection<UUID> incidentIds) {
    return client
        .sql(SELECT + "incident_id = any(?) and" + ACTIVE)
        .param(incidentIds.toArray(UUID[]::new))
        .query(AssignmentTable::read)
        .list();
  }

  List<Assignment> listActiveOf(long workerId) {
    return client
        .sql(SELECT + "worker_id = ? and" + ACTIVE + "order by offered_at, id")
        .param(workerId)
        .query(AssignmentTable::read)
        .list();
  }

  List<Assignment> listOfIncident(UUID incidentId) {
    return client
        .sql(SELECT + "incident_id = ? order by offered_at, id")
        .param(incidentId)
        .query(AssignmentTable::read)
        .list();
  }

  boolean everAssigned(UUID incidentId, long workerId) {
    return client
        .sql("select exists (select from assignment where incident_id = ? and worker_id = ?)")
        .param(incidentId)
        .param(workerId)
        .query(Boolean.class)
        .single();
  }

  /** Active assignments by worker; workers without any are left out. */
  Map<Long, Integer> countActive(Collection<Long> workerIds) {
    Map<Long, Integer> counts = new HashMap<>();
    client
        .sql(
            "select worker_id, count(*) from assignment where worker_id = any(?) and"
                + ACTIVE
                + "group by worker_id")
        .param(workerIds.toArray(Long[]::new))
        .query((RowCallbackHandler) row -> counts.put(row.getLong(1), row.getInt(2)));
    return counts;
  }

  /** Who has been asked in the present round of each incident, and what came of it. */
  Map<UUID, Map<Long, Asked>> listAsked(Collection<UUID> incidentIds) {
    Map<UUID, Map<Long, Asked>> asked = new HashMap<>();
    client
        .sql(
            """
            select a.incident_id, a.worker_id, a.state
            from assignment a join dispatch_work w using (incident_id)
            where a.incident_id = any(?) and a.round = w.round
              and a.state in ('REFUSED', 'EXPIRED', 'RECALLED')
            order by a.offered_at
            """)
        .param(incidentIds.toArray(UUID[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    asked
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                        .put(row.getLong(2), Asked.valueOf(row.getString(3))));
    return asked;
  }

  void insert(List<Assignment> assignments) {
    jdbc.batchUpdate(
        """
        insert into assignment
          (id, incident_id, worker_id, state, decision_id, round, offered_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        assignments.stream()
            .map(
                a ->
                    new Object[] {
                      a.id(),
                      a.incidentId(),
                      a.workerId(),
                      a.state().name(),
                      a.decisionId(),
                      a.round(),
                      Timestamp.from(a.offeredAt()),
                      Timestamp.from(a.expiresAt())
                    })
            .toList());
  }

  /** Writes the next version of an assignment; the one before must still be there. */
  void update(Assignment next) {
    int rows =
        client
            .sql(
                """
                update assignment set state = ?, round = ?, received_at = ?, opened_at = ?,
                  accepted_at = ?, arrived_at = ?, ended_at = ?, reason = ?, version = ?
                where id = ? and version < ?
                """)
            .param(next.state().name())
            .param(next.round())
            .param(timestamp(next.receivedAt()))
            .param(timestamp(next.openedAt()))
            .param(timestamp(next.acceptedAt()))
            .param(timestamp(next.arrivedAt()))
            .param(timestamp(next.endedAt()))
            .param(next.reason())
            .param(next.version())
            .param(next.id())
            .param(next.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("assignment " + next.id() + " was changed without the lock");
    }
  }

  private static Assignment read(ResultSet row, int number) throws SQLException {
    return new Assignment(
        row.getObject("id", UUID.class),
        row.getObject("incident_id", UUID.class),
        row.getLong("worker_id"),
        AssignmentState.valueOf(row.getString("state")),
        row.getObject("decision_id", UUID.class),
        row.getInt("round"),
        row.getTimestamp("offered_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row.getTimestamp("received_at")),
        instant(row.getTimestamp("opened_at")),
        instant(row.getTimestamp("accepted_at")),
        instant(row.getTimestamp("arrived_at")),
        instant(row.getTimestamp("ended_at")),
        row.getString("reason"),
        row.getInt("version"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
