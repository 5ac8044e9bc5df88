package org.gridward.incident.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.Merged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which incident is a duplicate of which. Merging keeps it free of circles. */
@Repository
public class DuplicateRows {

  /** The incident and all its duplicates; its one question mark is the incident. */
  public static final String FAMILY =
      """
      with recursive family (member) as (
        select ?::uuid
        union all
        select id from incident join family on duplicate_of = member)
      """;

  private final JdbcClient jdbc;

  DuplicateRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Duplicates of the incident and theirs, in the order of merging. */
  public List<Merged> list(UUID survivor) {
    return jdbc.sql(
            FAMILY
                + "select merged_by, "
                + IncidentRows.COLUMNS
                + "from incident join family on id = member where id <> ? order by closed_at, id")
        .params(survivor, survivor)
        .query(
            (row, n) -> {
              String reason = row.getString("outcome");
              return new Merged(
                  IncidentRows.read(row),
                  row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                  row.getString("merged_by"),
                  reason == null ? "" : reason);
            })
        .list();
  }

  /** The last of the row; the incident itself when it is no duplicate. */
  public UUID survivorOf(UUID incident) {
    return jdbc.sql(
            """
            with recursive row_of (member, next) as (
              select id, duplicate_of from incident where id = ?
              union all
              select id, duplicate_of from incident join row_of on id = next)
            select member from row_of where next is null
            """)
        .param(incident)
        .query(UUID.class)
        .optional()
        .orElse(incident);
  }
}
