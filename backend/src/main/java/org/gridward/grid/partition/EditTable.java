package org.gridward.grid.partition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes edits: areas, boundaries and the table area_edit. In the caller's transaction. */
@Component
class EditTable {

  private static final TypeReference<List<Made>> CHANGES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EditTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What was done to one area.
   *
   * @param before its boundary row until then; null when it had none
   * @param after its boundary row since then; null when it was retired
   */
  record Made(
      long areaId,
      String code,
      AreaChange.Kind change,
      @Nullable Long before,
      @Nullable Long after) {}

  /** A row of area_edit. */
  record Edit(
      long id,
      EditPlan.Kind kind,
      AreaPath under,
      Instant effectiveAt,
      Instant madeAt,
      @Nullable Long undoneBy,
      List<Made> changes) {}

  Made make(AreaChange change, Shape like, Instant effectiveAt, Instant now) {
    Long before = change.before();
    if (before != null) {
      close(before, effectiveAt);
    }
    long id =
        switch (change.kind()) {
          case CREATED -> create(change.code(), like, now);
          case RETIRED -> mark(known(change), effectiveAt);
          case RESHAPED, ALIGNED, RESTORED -> mark(known(change), null);
        };
    MultiPolygon shape = change.shape();
    Long after = shape == null ? null : open(id, like.cell(), shape, effectiveAt);
    return new Made(id, change.code(), change.kind(), before, after);
  }

  private static long known(AreaChange change) {
    Long id = change.areaId();
    if (id == null) {
      throw new IllegalArgumentException("only a created area has no id: " + change.code());
    }
    return id;
  }

  private void close(long boundaryId, Instant at) {
    jdbc.sql("update area_boundary set valid_until = ? where id = ? and valid_until is null")
        .params(utc(at), boundaryId)
        .update();
  }

  private long open(long areaId, boolean cell, MultiPolygon shape, Instant from) {
    return jdbc.sql(
            """
            insert into area_boundary (id, area_id, cell, boundary, valid_from)
            values (nextval('area_boundary_seq'), ?, ?, ST_GeomFromWKB(?, 4326), ?) returning id
            """)
        .params(areaId, cell, new WKBWriter().write(shape), utc(from))
        .query(Long.class)
        .single();
  }

  private long mark(long areaId, @Nullable Instant retiredAt) {
    jdbc.sql("update area set retired_at = ?, version = version + 1 where id = ?")
        .param(retiredAt == null ? null : utc(retiredAt))
        .param(areaId)
        .update();
    return areaId;
  }

  /** Named after the area it was part of, with its own number. */
  private long create(String code, Shape like, Instant now) {
    return jdbc.sql(
            """
            insert into area (id, code, type, parent_id, path, names, cell, created_at)
            select n.id, :code, a.type, a.parent_id, :under || n.id || '/',
                   (select jsonb_object_agg(key, value || ' · ' || right(:code, 6))
                    from jsonb_each_text(a.names)), a.cell, :now
            from area a, (select nextval('area_seq') as id) n where a.id = :like returning id
            """)
        .param("code", code)
        .param("under", like.path().parent().value())
        .param("now", utc(now))
        .param("like", like.id())
        .query(Long.class)
        .single();
  }

  long record(EditPlan plan, List<Made> changes, Actor actor, Instant effectiveAt, Instant now) {
    return jdbc.sql(
            """
            insert into area_edit (kind, area_path, actor, effective_at, made_at, changes)
            values (?, ?, ?, ?, ?, ?::jsonb) returning id
            """)
        .params(plan.kind().name(), plan.under().value(), actor.value())
        .params(utc(effectiveAt), utc(now), json.writeValueAsString(changes))
        .query(Long.class)
        .single();
  }

  void markUndone(long id, long by) {
    jdbc.sql("update area_edit set undone_by = ? where id = ?").params(by, id).update();
  }

  Optional<Edit> find(long id) {
    return jdbc.sql(
            """
            select id, kind, area_path, effective_at, made_at, undone_by, changes
            from area_edit where id = ?
            """)
        .param(id)
        .query(
            (row, number) ->
                new Edit(
                    row.getLong("id"),
                    EditPlan.Kind.valueOf(row.getString("kind")),
                    new AreaPath(row.getString("area_path")),
                    row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getObject("undone_by", Long.class),
                    json.readValue(row.getString("changes"), CHANGES)))
        .optional();
  }

  /** The area's current boundary row; empty when it has none. */
  Optional<Long> findCurrentBoundary(long areaId) {
    return jdbc.sql("select id from area_boundary where area_id = ? and valid_until is null")
        .param(areaId)
        .query(Long.class)
        .optional();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
