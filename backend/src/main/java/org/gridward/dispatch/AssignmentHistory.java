package org.gridward.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When assignments were taken and done, for evaluation. */
@Repository
public class AssignmentHistory {

  private final JdbcClient jdbc;

  AssignmentHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The times of these incidents; those that nobody was ever asked about are left out. */
  public Map<UUID, AssignmentTimes> listTimes(Collection<UUID> incidentIds) {
    Map<UUID, AssignmentTimes> times = new HashMap<>();
    jdbc.sql(
            """
            select incident_id, min(accepted_at), max(ended_at) filter (where state = 'DONE')
            from assignment where incident_id = any(?) group by incident_id
            """)
        .param(incidentIds.toArray(UUID[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    times.put(
                        row.getObject(1, UUID.class),
                        new AssignmentTimes(
                            instant(row.getTimestamp(2)), instant(row.getTimestamp(3)))));
    return times;
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
