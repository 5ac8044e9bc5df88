package org.gridward.grid.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gridward.grid.store.WritersLock;
import org.gridward.shared.imports.ImportReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How far each import has come: the table area_import. */
@Component
class ImportRuns {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final WritersLock writers;

  ImportRuns(JdbcClient jdbc, JsonMapper json, WritersLock writers) {
    this.jdbc = jdbc;
    this.json = json;
    this.writers = writers;
  }

  /**
   * One import of one file.
   *
   * @param id 0 for a dry run, which is not kept
   * @param next how many features of the file are done
   * @param report of those
   */
  record Run(long id, Instant effectiveAt, long next, ImportReport report) {}

  Optional<Run> findOpen(byte[] digest, String options) {
    return jdbc.sql(
            """
            select id, effective_at, next_feature, report from area_import
            where file_digest = ? and options = ? and finished_at is null
            """)
        .params(digest, options)
        .query((row, number) -> run(row))
        .optional();
  }

  private Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("id"),
        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
        row.getLong("next_feature"),
        json.readValue(row.getString("report"), ImportReport.class));
  }

  Run begin(String fileName, byte[] digest, String options, Instant effectiveAt, Instant now) {
    long id =
        jdbc.sql(
                """
                insert into area_import
                  (file_name, file_digest, options, effective_at, started_at, report)
                values (?, ?, ?, ?, ?, ?::jsonb) returning id
                """)
            .params(fileName, digest, options, utc(effectiveAt), utc(now))
            .param(json.writeValueAsString(ImportReport.EMPTY))
            .query(Long.class)
            .single();
    return new Run(id, effectiveAt, 0, ImportReport.EMPTY);
  }

  /** Makes this transaction the only one that writes areas, until it ends. */
  void lockWriters() {
    writers.take();
  }

  /** The run after some more features; fails when another process has gone on with it. */
  Run advance(Run run, long next, ImportReport part) {
    ImportReport report = run.report().plus(part);
    if (run.id() > 0) {
      int updated =
          jdbc.sql(
                  """
                  update area_import set next_feature = ?, report = ?::jsonb
                  where id = ? and next_feature = ? and finished_at is null
                  """)
              .params(next, json.writeValueAsString(report), run.id(), run.next())
              .update();
      if (updated == 0) {
        throw new ImportRefused(
            "import-running", "the same import is running in another process; wait for it");
      }
    }
    return new Run(run.id(), run.effectiveAt(), next, report);
  }

  void finish(Run run, Instant now) {
    jdbc.sql("update area_import set finished_at = ? where id = ?")
        .params(utc(now), run.id())
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
