package org.gridward.grid.partition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridward.gis.partition.Shares;
import org.gridward.shared.AreaPath;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables area_draft and area_draft_part. In the caller's transaction. */
@Component
class DraftTable {

  private static final String SELECT = "select * from area_draft ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DraftTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Its number; that of {@code draft} does not matter. */
  long insert(DivisionDraft draft, List<MultiPolygon> parts) {
    long id =
        jdbc.sql(
                """
                insert into area_draft
                  (name, area_id, area_path, ground, wish, today, proposed, actor, made_at)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?) returning id
                """)
            .params(draft.name(), draft.areaId(), draft.area().value(), draft.ground())
            .param(json.writeValueAsString(draft.wish()))
            .param(draft.today() == null ? null : json.writeValueAsString(draft.today()))
            .param(json.writeValueAsString(draft.then()))
            .params(draft.actor(), draft.madeAt().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    WKBWriter writer = new WKBWriter();
    for (int i = 0; i < parts.size(); i++) {
      jdbc.sql(
              """
              insert into area_draft_part (draft_id, number, boundary)
              values (?, ?, ST_GeomFromWKB(?, 4326))
              """)
          .params(id, i, writer.write(parts.get(i)))
          .update();
    }
    return id;
  }

  /** The newest first. */
  List<DivisionDraft> list(long areaId) {
    return jdbc.sql(SELECT + "where area_id = ? order by id desc")
        .param(areaId)
        .query((row, number) -> read(row))
        .list();
  }

  Optional<DivisionDraft> find(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query((row, number) -> read(row)).optional();
  }

  /** To the last digit, in the order in which they are numbered. */
  List<MultiPolygon> listParts(long id) {
    return jdbc.sql(
            "select ST_AsBinary(boundary) from area_draft_part where draft_id = ? order by number")
        .param(id)
        .query((row, number) -> shape(row.getBytes(1)))
        .list();
  }

  void delete(long id) {
    jdbc.sql("delete from area_draft where id = ?").param(id).update();
  }

  private static MultiPolygon shape(byte[] bytes) throws SQLException {
    try {
      return (MultiPolygon) new WKBReader().read(bytes);
    } catch (ParseException e) {
      throw new SQLException("a boundary in area_draft_part is no WKB", e);
    }
  }

  private DivisionDraft read(ResultSet row) throws SQLException {
    String today = row.getString("today");
    return new DivisionDraft(
        row.getLong("id"),
        row.getString("name"),
        row.getLong("area_id"),
        new AreaPath(row.getString("area_path")),
        row.getString("ground"),
        json.readValue(row.getString("wish"), DivisionWish.class),
        today == null ? null : json.readValue(today, Shares.class),
        json.readValue(row.getString("proposed"), Shares.class),
        row.getString("actor"),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}
