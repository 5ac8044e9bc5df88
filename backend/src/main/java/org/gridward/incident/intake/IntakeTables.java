package org.gridward.incident.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.incident.contact.TrackingCodes;
import org.gridward.incident.place.Addresses;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of intake: each statement takes a whole batch. */
@Repository
class IntakeTables {

  /** An id that is there already was stored by a commit whose answer was lost. */
  private static final String INSERT_INCIDENTS =
      """
      insert into incident
        (id, category_code, category_version, severity, stage, location, place_text, address,
         placement, cell_id, area_path, description, channel, reported_at, filed_at, due_at,
         closed_at, outcome, version)
      select r.id, r.category, r.category_version, r.severity, r.stage,
             case when r.lon is not null then st_setsrid(st_makepoint(r.lon, r.lat), 4326) end,
             r.place_text, r.address::jsonb, r.placement, r.cell_id, r.area_path, r.description,
             r.channel, r.reported_at, r.filed_at, r.due_at, r.closed_at, r.outcome, r.version
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
        as r (id, category, category_version, severity, stage, lon, lat, place_text, address, placement,
              cell_id, area_path, description, channel, reported_at, filed_at, due_at, closed_at, outcome,
              version, n)
      order by r.n
      on conflict (id) do nothing
      returning id, number
      """;

  private static final String INSERT_REPORTS =
      """
      insert into report
        (id, incident_id, channel, description, contact, external_id, tracking_digest, received_at)
      select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /**
   * Waits for another transaction that is inserting the same key. In key order, so that two batches
   * with the same keys cannot wait for each other.
   */
  private static final String CLAIM_KEYS =
      """
      insert into idempotency
        (caller, key, request_digest, incident_id, report_id, stage, placement, cell_id, area_path,
         version, created_at)
      select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as k (caller, key)
      order by k.caller, k.key
      on conflict (caller, key) do nothing
      returning caller, key
      """;

  private static final String FIND_KEPT =
      """
      select k.caller, k.key, k.request_digest, k.incident_id, k.report_id, k.stage, k.placement,
             k.cell_id, k.area_path, k.version, i.number, i.channel
      from unnest(?, ?) as asked (caller, key)
      join idempotency k using (caller, key)
      join incident i on i.id = k.incident_id
      """;

  private final JdbcTemplate jdbc;
  private final TrackingCodes trackingCodes;

  IntakeTables(JdbcTemplate jdbc, TrackingCodes trackingCodes) {
    this.jdbc = jdbc;
    this.trackingCodes = trackingCodes;
  }

  /** Stores the incidents; the numbers of those that were not there yet, by id. */
  Map<UUID, Long> insertIncidents(List<CheckedReport> reports) {
    Map<UUID, Long> numbers = new HashMap<>();
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(INSERT_INCIDENTS);
          fillIncidents(statement, new Columns<>(connection, reports));
          return statement;
        },
        row -> {
          numbers.put(row.getObject("id", UUID.class), row.getLong("number"));
        });
    return numbers;
  }

  private static void fillIncidents(PreparedStatement statement, Columns<CheckedReport> columns)
      throws SQLException {
    statement.setArray(1, columns.of("uuid", CheckedReport::incidentId));
    statement.setArray(2, columns.of("text", r -> r.category().code()));
    statement.setArray(3, columns.of("integer", r -> r.category().version()));
    statement.setArray(4, columns.of("text", r -> r.severity().name()));
    statement.setArray(5, columns.of("text", r -> r.stage().name()));
    statement.setArray(6, columns.of("float8", r -> r.place().lon()));
    statement.setArray(7, columns.of("float8", r -> r.place().lat()));
    statement.setArray(8, columns.of("text", r -> r.place().text()));
    statement.setArray(9, columns.of("text", r -> Addresses.write(r.place().address())));
    statement.setArray(10, columns.of("text", r -> r.place().placement().name()));
    statement.setArray(11, columns.of("bigint", r -> r.place().cellId()));
    statement.setArray(12, columns.of("text", r -> r.place().areaPath().value()));
    statement.setArray(13, columns.of("text", CheckedReport::description));
    statement.setArray(14, columns.of("text", r -> r.channel().name()));
    statement.setArray(15, columns.of("timestamptz", CheckedReport::reportedAt));
    statement.setArray(16, columns.of("timestamptz", CheckedReport::filedAt));
    statement.setArray(17, columns.of("timestamptz", CheckedReport::dueAt));
    statement.setArray(18, columns.of("timestamptz", CheckedReport::closedAt));
    statement.setArray(19, columns.of("text", CheckedReport::outcome));
    statement.setArray(20, columns.of("integer", CheckedReport::version));
  }

  Map<UUID, Long> findNumbers(List<UUID> incidentIds) {
    Map<UUID, Long> numbers = new HashMap<>();
    jdbc.query(
        "select id, number from incident where id = any(?)",
        row -> {
          numbers.put(row.getObject("id", UUID.class), row.getLong("number"));
        },
        (Object) incidentIds.toArray(UUID[]::new));
    return numbers;
  }

  void insertReports(List<CheckedReport> reports) {
    jdbc.update(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(INSERT_REPORTS);
          Columns<CheckedReport> columns = new Columns<>(connection, reports);
          statement.setArray(1, columns.of("uuid", CheckedReport::reportId));
          statement.setArray(2, columns.of("uuid", CheckedReport::incidentId));
          statement.setArray(3, columns.of("text", r -> r.channel().name()));
          statement.setArray(4, columns.of("text", CheckedReport::description));
          statement.setArray(5, columns.bytes(CheckedReport::contact));
          statement.setArray(6, columns.of("text", CheckedReport::externalId));
          statement.setArray(7, columns.bytes(CheckedReport::trackingDigest));
          statement.setArray(8, columns.of("timestamptz", CheckedReport::receivedAt));
          return statement;
        });
  }

  /** Takes the keys for these reports; answers those that nobody had before. */
  Set<RequestKey.Name> claimKeys(List<CheckedReport> reports) {
    Set<RequestKey.Name> claimed = new HashSet<>();
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(CLAIM_KEYS);
          Columns<CheckedReport> columns = new Columns<>(connection, reports);
          statement.setArray(1, columns.of("text", r -> r.requireKey().caller()));
          statement.setArray(2, columns.of("text", r -> r.requireKey().key()));
          statement.setArray(3, columns.bytes(r -> r.requireKey().digest()));
          statement.setArray(4, columns.of("uuid", CheckedReport::incidentId));
          statement.setArray(5, columns.of("uuid", CheckedReport::reportId));
          statement.setArray(6, columns.of("text", r -> r.stage().name()));
          statement.setArray(7, columns.of("text", r -> r.place().placement().name()));
          statement.setArray(8, columns.of("bigint", r -> r.place().cellId()));
          statement.setArray(9, columns.of("text", r -> r.place().areaPath().value()));
          statement.setArray(10, columns.of("integer", CheckedReport::version));
          statement.setArray(11, columns.of("timestamptz", CheckedReport::receivedAt));
          return statement;
        },
        row -> {
          claimed.add(new RequestKey.Name(row.getString("caller"), row.getString("key")));
        });
    return claimed;
  }

  /** The first answers to requests with these keys. */
  Map<RequestKey.Name, KeptAnswer> findKept(List<RequestKey.Name> keys) {
    Map<RequestKey.Name, KeptAnswer> kept = new HashMap<>();
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(FIND_KEPT);
          Columns<RequestKey.Name> columns = new Columns<>(connection, keys);
          statement.setArray(1, columns.of("text", RequestKey.Name::caller));
          statement.setArray(2, columns.of("text", RequestKey.Name::key));
          return statement;
        },
        row -> {
          kept.put(
              new RequestKey.Name(row.getString("caller"), row.getString("key")),
              KeptAnswer.read(row, trackingCodes));
        });
    return kept;
  }
}
