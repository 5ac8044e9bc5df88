package org.gridward.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of {@code worker_position}. */
@Repository
class PositionTable {

  private static final String COPY =
      """
      copy worker_position (worker_id, at, received_at, lon, lat, accuracy_metres, heading_degrees,
        speed_metres_per_second, cell_id) from stdin
      """;

  private static final int ROW_BYTES = 128;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  PositionTable(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Stores and commits them in one transaction of their own. */
  void copy(List<Position> positions) {
    byte[] rows = rows(positions, clock.instant()).getBytes(StandardCharsets.US_ASCII);
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(rows));
              } catch (IOException e) {
                throw new SQLException("positions could not be copied", e);
              }
            });
  }

  private static String rows(List<Position> positions, Instant now) {
    StringBuilder rows = new StringBuilder(positions.size() * ROW_BYTES);
    for (Position position : positions) {
      rows.append(position.workerId()).append('\t').append(position.at()).append('\t').append(now);
      rows.append('\t').append(position.lon()).append('\t').append(position.lat());
      append(rows, position.accuracyMetres());
      append(rows, position.headingDegrees());
      append(rows, position.speedMetresPerSecond());
      append(rows, position.cellId());
      rows.append('\n');
    }
    return rows.toString();
  }

  private static void append(StringBuilder rows, @Nullable Number value) {
    rows.append('\t').append(value == null ? "\\N" : value.toString());
  }

  /** The newest position of each worker that came in lately. */
  List<Position> listLatest(Duration lately) {
    return jdbc.query(
        """
        select distinct on (worker_id) worker_id, at, lon, lat, accuracy_metres, heading_degrees,
               speed_metres_per_second, cell_id
        from worker_position where received_at > ?
        order by worker_id, at desc
        """,
        (row, n) -> read(row),
        clock.instant().minus(lately).atOffset(ZoneOffset.UTC));
  }

  private static Position read(ResultSet row) throws SQLException {
    return new Position(
        row.getLong("worker_id"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("accuracy_metres", Float.class),
        row.getObject("heading_degrees", Float.class),
        row.getObject("speed_metres_per_second", Float.class),
        row.getObject("cell_id", Long.class),
        AreaPath.ROOT,
        AreaPath.ROOT);
  }
}
