package org.gridward.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.incident.place.Addresses;
import org.gridward.rulebook.EscalationRung;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads incidents by SQL. */
@Repository
public class IncidentRows {

  static final String COLUMNS =
      """
      id, number, category_code, category_version, severity, stage, st_x(location) as lon,
      st_y(location) as lat, place_text, address, placement, cell_id, area_path, description, channel,
      reported_at, filed_at, due_at, closed_at, outcome, rating, version,
      duplicate_of, keeper, escalated_to, escalated_role, escalated_rung
      """;

  static final String SELECT = "select " + COLUMNS + "from incident\n";

  private final JdbcClient jdbc;

  IncidentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<IncidentView> find(UUID id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  public List<IncidentView> list(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<IncidentView> tryLock(UUID id) {
    return jdbc.sql(SELECT + "where id = ? for no key update skip locked")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  public List<IncidentView> tryLock(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "where id = any(?) for no key update skip locked")
        .param(ids.toArray(UUID[]::new))
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<IncidentView> lock(UUID id) {
    return jdbc.sql(SELECT + "where id = ? for no key update")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  static IncidentView read(ResultSet row) throws SQLException {
    CompactIncident compact =
        new CompactIncident(
            row.getObject("id", UUID.class),
            row.getLong("number"),
            row.getString("category_code"),
            Severity.valueOf(row.getString("severity")),
            Stage.valueOf(row.getString("stage")),
            Placement.valueOf(row.getString("placement")),
            row.getObject("lon", Double.class),
            row.getObject("lat", Double.class),
            row.getObject("cell_id", Long.class),
            new AreaPath(row.getString("area_path")),
            row.getString("place_text"),
            Addresses.read(row.getString("address")),
            row.getObject("reported_at", OffsetDateTime.class).toInstant(),
            instant(row, "due_at"),
            row.getInt("version"),
            row.getObject("keeper", Long.class),
            escalated(row),
            null);
    return new IncidentView(
        compact,
        row.getInt("category_version"),
        row.getString("description"),
        Channel.valueOf(row.getString("channel")),
        instant(row, "filed_at"),
        instant(row, "closed_at"),
        row.getString("outcome"),
        row.getObject("rating", Integer.class),
        row.getObject("duplicate_of", UUID.class));
  }

  private static @Nullable Escalated escalated(ResultSet row) throws SQLException {
    String area = row.getString("escalated_to");
    return area == null
        ? null
        : new Escalated(
            new AreaPath(area),
            EscalationRung.To.valueOf(row.getString("escalated_role")),
            row.getInt("escalated_rung"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
