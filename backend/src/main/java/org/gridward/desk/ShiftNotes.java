package org.gridward.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What shifts leave for the next ones. Notes are never changed. */
@Service
public class ShiftNotes {

  private static final String SELECT =
      "select id, area_path, written_by, note, written_at from shift_note ";

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Clock clock;

  ShiftNotes(JdbcClient jdbc, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.clock = clock;
  }

  /** The newest first: those for one of {@code areas}, for a part of one, or for what holds one. */
  public List<ShiftNote> list(List<AreaPath> areas, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where exists (select from unnest(?) a where area_path ^@ a or a ^@ area_path)
                order by written_at desc, id desc limit ?
                """)
        .param(areas.stream().map(AreaPath::value).toArray(String[]::new))
        .param(limit)
        .query(ShiftNotes::read)
        .list();
  }

  /** When the last note for just this area was written. */
  public Optional<Instant> findLast(AreaPath area) {
    return jdbc.sql(SELECT + "where area_path = ? order by written_at desc limit 1")
        .param(area.value())
        .query(ShiftNotes::read)
        .optional()
        .map(ShiftNote::writtenAt);
  }

  /** Leaves a note; the journal tells that there is one, not what it says. */
  @Transactional
  public ShiftNote write(AreaPath area, long userId, String note) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ShiftNote written =
        jdbc.sql(
                """
                insert into shift_note (area_path, written_by, note, written_at)
                values (?, ?, ?, ?) returning id, area_path, written_by, note, written_at
                """)
            .params(area.value(), userId, note, now.atOffset(ZoneOffset.UTC))
            .query(ShiftNotes::read)
            .single();
    journal.append(
        new NewEntry(
            "duty.shift_note",
            area,
            new Subject("shift-note", Long.toString(written.id())),
            null,
            null,
            Actor.user(userId),
            Map.of("noteId", written.id())));
    return written;
  }

  private static ShiftNote read(ResultSet row, int number) throws SQLException {
    return new ShiftNote(
        row.getLong("id"),
        new AreaPath(row.getString("area_path")),
        row.getLong("written_by"),
        row.getString("note"),
        row.getObject("written_at", OffsetDateTime.class).toInstant());
  }
}
