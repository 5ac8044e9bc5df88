package org.gridward.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what each incident was before its last move by hand. Callers hold the incident's lock. */
@Repository
class MementoRows {

  private final JdbcClient jdbc;

  MementoRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Before the move is written. */
  void keep(UUID incidentId) {
    jdbc.sql(
            """
            insert into incident_undo
              (incident_id, version, stage, severity, category_code, category_version, filed_at,
               due_at, closed_at, handled_at, outcome)
            select id, version + 1, stage, severity, category_code, category_version, filed_at,
                   due_at, closed_at, handled_at, outcome
            from incident where id = ?
            on conflict (incident_id) do update set
              (version, stage, severity, category_code, category_version, filed_at, due_at,
               closed_at, handled_at, outcome)
              = (excluded.version, excluded.stage, excluded.severity, excluded.category_code,
                 excluded.category_version, excluded.filed_at, excluded.due_at,
                 excluded.closed_at, excluded.handled_at, excluded.outcome)
            """)
        .param(incidentId)
        .update();
  }

  /** What it was before the move that led to {@code version}; then it is forgotten. */
  Optional<Memento> take(UUID incidentId, int version) {
    return jdbc.sql("delete from incident_undo where incident_id = ? and version = ? returning *")
        .params(incidentId, version)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Whether what it was before the move that led to {@code version} is still known. */
  boolean holds(UUID incidentId, int version) {
    return jdbc.sql(
            "select exists (select from incident_undo where incident_id = ? and version = ?)")
        .params(incidentId, version)
        .query(Boolean.class)
        .single();
  }

  private static Memento read(ResultSet row) throws SQLException {
    return new Memento(
        Stage.valueOf(row.getString("stage")),
        Severity.valueOf(row.getString("severity")),
        row.getString("category_code"),
        row.getInt("category_version"),
        instant(row, "filed_at"),
        instant(row, "due_at"),
        instant(row, "closed_at"),
        instant(row, "handled_at"),
        row.getString("outcome"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
