package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.shared.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of {@code dispatch_decision}. */
@Repository
class DecisionTable {

  private static final TypeReference<List<StoredCandidate>> CANDIDATES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> PARAMS = new TypeReference<>() {};

  private final JdbcClient client;
  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  DecisionTable(JdbcClient client, JdbcTemplate jdbc, JsonMapper json) {
    this.client = client;
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(List<Decision> decisions) {
    jdbc.batchUpdate(
        """
        insert into dispatch_decision
          (id, incident_id, at, made_by, rule_version, chosen_worker_id, reason, params, candidates)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
        """,
        decisions.stream().map(this::row).toList(),
        TYPES);
  }

  private static final int[] TYPES = {
    java.sql.Types.OTHER,
    java.sql.Types.OTHER,
    java.sql.Types.TIMESTAMP,
    java.sql.Types.VARCHAR,
    java.sql.Types.INTEGER,
    java.sql.Types.BIGINT,
    java.sql.Types.VARCHAR,
    java.sql.Types.VARCHAR,
    java.sql.Types.VARCHAR
  };

  private @org.jspecify.annotations.Nullable Object[] row(Decision decision) {
    return new @org.jspecify.annotations.Nullable Object[] {
      decision.id(),
      decision.incidentId(),
      Timestamp.from(decision.at()),
      decision.madeBy().value(),
      decision.ruleVersion(),
      decision.chosenWorkerId(),
      decision.reason().name(),
      json.writeValueAsString(decision.params()),
      json.writeValueAsString(decision.candidates())
    };
  }

  /** The decisions about an incident, the oldest first. */
  List<Decision> list(UUID incidentId) {
    return client
        .sql(
            """
            select id, incident_id, at, made_by, rule_version, chosen_worker_id, reason, params,
                   candidates
            from dispatch_decision where incident_id = ? order by at, id
            """)
        .param(incidentId)
        .query(this::read)
        .list();
  }

  private Decision read(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getObject("id", UUID.class),
        row.getObject("incident_id", UUID.class),
        row.getTimestamp("at").toInstant(),
        new Actor(row.getString("made_by")),
        row.getInt("rule_version"),
        row.getObject("chosen_worker_id", Long.class),
        Reason.valueOf(row.getString("reason")),
        json.readValue(row.getString("params"), PARAMS),
        json.readValue(row.getString("candidates"), CANDIDATES));
  }
}
