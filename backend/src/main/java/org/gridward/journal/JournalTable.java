package org.gridward.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The journal's SQL. */
@Repository
class JournalTable {

  private static final String INSERT =
      """
      insert into journal_entry
        (epoch, at, kind, area_path, subject_type, subject_id, incident_id, worker_id, actor, payload)
      select (select max(epoch) from journal_epoch), ?, e.kind, e.area, e.type, e.subject, e.incident,
             e.worker, e.actor, e.payload::jsonb
      from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
             as e (kind, area, type, subject, incident, worker, actor, payload, n)
      order by e.n
      """;

  // The text form has a name of its own: an output column called xid would be sorted by, as text.
  private static final String COLUMNS =
      """
      select epoch, xid::text as xid_text, id, at, kind, area_path, subject_type, subject_id, incident_id,
             worker_id, actor, payload::text
      from journal_entry
      """;

  /**
   * Nothing may still appear before what is read: only transactions older than every open one. An
   * epoch that has ended has no open transactions.
   */
  private static final String SETTLED =
      """
       (epoch < (select max(epoch) from journal_epoch)
        or xid < pg_snapshot_xmin(pg_current_snapshot()))
      """;

  private static final String ORDER = " order by epoch, xid, id ";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final RowMapper<JournalEntry> entry;

  // Asks for the epoch so that nothing is written before it is known to be right.
  JournalTable(JdbcTemplate jdbc, JsonMapper json, Clock clock, JournalEpoch epoch) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.entry = (row, n) -> read(row);
  }

  void insert(List<NewEntry> entries) {
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    List<String> payloads =
        entries.stream().map(e -> json.writeValueAsString(e.payload())).toList();
    jdbc.update(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(INSERT);
          Columns columns = new Columns(connection, entries);
          statement.setObject(1, now);
          statement.setArray(2, columns.of("text", NewEntry::kind));
          statement.setArray(3, columns.of("text", e -> e.area().value()));
          statement.setArray(4, columns.of("text", e -> e.subject().type()));
          statement.setArray(5, columns.of("text", e -> e.subject().id()));
          statement.setArray(6, columns.of("uuid", NewEntry::incidentId));
          statement.setArray(7, columns.of("bigint", NewEntry::workerId));
          statement.setArray(8, columns.of("text", e -> e.actor().value()));
          statement.setArray(9, connection.createArrayOf("text", payloads.toArray()));
          return statement;
        });
  }

  List<JournalEntry> listAfter(Cursor cursor, List<AreaPath> scopes, int limit) {
    if (scopes.isEmpty()) {
      return List.of();
    }
    String after = COLUMNS + "where (epoch, xid, id) > (?, ?::text::xid8, ?) and" + SETTLED;
    Object[] place = {cursor.epoch(), Long.toString(cursor.xid()), cursor.id()};
    if (scopes.stream().anyMatch(AreaPath::isRoot)) {
      return jdbc.query(after + ORDER + "limit ?", entry, place[0], place[1], place[2], limit);
    }
    String[] prefixes = scopes.stream().map(AreaPath::value).toArray(String[]::new);
    return jdbc.query(
        after + "and exists (select from unnest(?) s where area_path ^@ s)" + ORDER + "limit ?",
        entry,
        place[0],
        place[1],
        place[2],
        prefixes,
        limit);
  }

  List<JournalEntry> listOfWorkerAfter(Cursor cursor, long workerId, int limit) {
    return jdbc.query(
        COLUMNS
            + "where worker_id = ? and (epoch, xid, id) > (?, ?::text::xid8, ?) and"
            + SETTLED
            + ORDER
            + "limit ?",
        entry,
        workerId,
        cursor.epoch(),
        Long.toString(cursor.xid()),
        cursor.id(),
        limit);
  }

  /** The kind stands literally, or an index of one kind would not be used. */
  List<JournalEntry> listOfKindSince(String kind, Instant since, List<AreaPath> scopes) {
    if (!kind.matches("[a-z_]+\\.[a-z_]+")) {
      throw new IllegalArgumentException("not a kind: " + kind);
    }
    return jdbc.query(
        COLUMNS
            + "where kind = '"
            + kind
            + "' and at > ? and exists (select from unnest(?) s where area_path ^@ s)"
            + ORDER,
        entry,
        since.atOffset(ZoneOffset.UTC),
        scopes.stream().map(AreaPath::value).toArray(String[]::new));
  }

  List<JournalEntry> listOfIncident(UUID incidentId) {
    return jdbc.query(COLUMNS + "where incident_id = ?" + ORDER, entry, incidentId);
  }

  Cursor head() {
    return jdbc
        .query(
            "select epoch, xid::text as xid_text, id from journal_entry where"
                + SETTLED
                + "order by epoch desc, xid desc, id desc limit 1",
            (row, n) -> cursor(row))
        .stream()
        .findFirst()
        .orElse(Cursor.START);
  }

  /** True when something is committed that an older, still open transaction holds back. */
  boolean holdsBack() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select from journal_entry
                           where epoch = (select max(epoch) from journal_epoch)
                             and xid >= pg_snapshot_xmin(pg_current_snapshot()))
            """,
            Boolean.class));
  }

  private JournalEntry read(ResultSet row) throws SQLException {
    return new JournalEntry(
        cursor(row),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("kind"),
        new AreaPath(row.getString("area_path")),
        new Subject(row.getString("subject_type"), row.getString("subject_id")),
        row.getObject("incident_id", UUID.class),
        row.getObject("worker_id", Long.class),
        row.getString("actor"),
        json.readTree(row.getString("payload")));
  }

  private static Cursor cursor(ResultSet row) throws SQLException {
    return new Cursor(
        row.getInt("epoch"), Long.parseLong(row.getString("xid_text")), row.getLong("id"));
  }

  /** The entries turned into one SQL array a column. */
  private record Columns(Connection connection, List<NewEntry> entries) {
    Array of(
        String type, Function<NewEntry, ? extends @org.jspecify.annotations.Nullable Object> value)
        throws SQLException {
      return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }
  }
}
