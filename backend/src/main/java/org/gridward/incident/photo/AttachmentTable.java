package org.gridward.incident.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.store.DuplicateRows;
import org.gridward.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The photos' SQL. */
@Repository
public class AttachmentTable {

  private final JdbcClient jdbc;

  AttachmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, Actor uploader, Photo photo, Instant at) {
    jdbc.sql(
            """
            insert into attachment
              (id, uploaded_by, media_type, width, height, bytes, thumbnail, created_at)
            values (?, ?, 'image/jpeg', ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            uploader.value(),
            photo.width(),
            photo.height(),
            photo.jpeg(),
            photo.thumbnail(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Ties unused photos of {@code uploader} to an incident, in the caller's transaction.
   *
   * @throws ReportRejected when one is not there, not theirs, or in use
   */
  public void bind(UUID incidentId, Actor uploader, Purpose purpose, List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    int bound =
        jdbc.sql(
                """
                update attachment set incident_id = ?, purpose = ?
                where id = any(?) and uploaded_by = ? and incident_id is null
                """)
            .params(incidentId, purpose.name(), ids.toArray(UUID[]::new), uploader.value())
            .update();
    if (bound < ids.stream().distinct().count()) {
      throw ReportRejected.attachmentsNotYours();
    }
  }

  public Optional<Attachment> find(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  /** With those of its duplicates, in the order they were uploaded. */
  public List<Attachment> listOfIncident(UUID incidentId) {
    return jdbc.sql(
            DuplicateRows.FAMILY + COLUMNS + "join family on incident_id = member order by id")
        .param(incidentId)
        .query((row, n) -> read(row))
        .list();
  }

  private static final String COLUMNS =
      "select id, incident_id, uploaded_by, purpose, width, height from attachment ";

  private static Attachment read(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getObject("incident_id", UUID.class),
        row.getString("uploaded_by"),
        Purpose.valueOf(row.getString("purpose")),
        row.getInt("width"),
        row.getInt("height"));
  }

  /** The JPEG itself, or its small copy. */
  public byte[] getBytes(UUID id, boolean thumbnail) {
    return jdbc.sql(
            "select " + (thumbnail ? "thumbnail" : "bytes") + " from attachment where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** Drops what nobody has used since before {@code limit}; how many. */
  int deleteUnused(Instant limit) {
    return jdbc.sql("delete from attachment where incident_id is null and created_at < ?")
        .param(limit.atOffset(ZoneOffset.UTC))
        .update();
  }
}
