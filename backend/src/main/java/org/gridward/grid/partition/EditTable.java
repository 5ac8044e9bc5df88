package org.gridward.grid.partition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.partition.EditPlan.Template;
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
  private final NewCodes codes;

  EditTable(JdbcClient jdbc, JsonMapper json, NewCodes codes) {
    this.jdbc = jdbc;
    this.json = json;
    this.codes = codes;
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
      String actor,
      @Nullable Long undoneBy,
      List<Made> changes) {

    /** Before an area's first division there were no cells to go back to. */
    boolean isFirstDivision() {
      return kind == EditPlan.Kind.DIVIDE
          && changes.stream()
              .allMatch(made -> made.before() == null || made.change() == AreaChange.Kind.ALIGNED);
    }

    /** Whether it can be taken back, as long as nothing later touches its areas. */
    boolean undoable() {
      return undoneBy == null && !isFirstDivision();
    }
  }

  Made make(AreaChange change, Template template, Instant effectiveAt, Instant now) {
    Long before = change.before();
    if (before != null) {
      close(before, effectiveAt);
    }
    long id =
        switch (change.kind()) {
          case CREATED -> create(change.code(), template, now);
          case RETIRED -> mark(known(change), effectiveAt);
          case RESHAPED, ALIGNED, RESTORED -> mark(known(change), null);
        };
    MultiPolygon shape = change.shape();
    Long after = shape == null ? null : open(id, template.cell(), shape, effectiveAt);
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

  /** Named after an area, with its own number. */
  private long create(String code, Template template, Instant now) {
    return jdbc.sql(
            """
            insert into area (id, code, type, parent_id, path, names, cell, created_at)
            select n.id, :code, :type, :parent, :under || n.id || '/',
                   (select jsonb_object_agg(key, value || ' · ' || :number)
                    from jsonb_each_text(a.names)), :cell, :now
            from area a, (select nextval('area_seq') as id) n where a.id = :named returning id
            """)
        .param("code", code)
        .param("type", template.type())
        .param("parent", template.parentId())
        .param("under", template.under().value())
        .param("number", codes.number(code))
        .param("cell", template.cell())
        .param("now", utc(now))
        .param("named", template.namedAfter())
        .query(Long.class)
        .single();
  }

  /** The level of the cells; made at the bottom of the tree where there is none. */
  void makeCellLevel() {
    jdbc.sql(
            """
            insert into area_type (code, names, rank, cell)
            select ?, '{"en": "Cell", "zh": "网格"}', max(rank) + 1, true from area_type
            having not bool_or(cell)
            """)
        .param(DividePlanner.NEW_LEVEL)
        .update();
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
            select id, kind, area_path, effective_at, made_at, actor, undone_by, changes
            from area_edit where id = ?
            """)
        .param(id)
        .query((row, number) -> edit(row))
        .optional();
  }

  /** The edit that this one took back; empty where it is no undo. */
  Optional<Edit> findUndoneBy(long id) {
    return jdbc.sql("select id from area_edit where undone_by = ?")
        .param(id)
        .query(Long.class)
        .optional()
        .flatMap(this::find);
  }

  /** Those in an area, the newest first, only older ones than {@code before}. */
  List<Edit> list(AreaPath within, long before, int limit) {
    return jdbc.sql(
            """
            select id, kind, area_path, effective_at, made_at, actor, undone_by, changes
            from area_edit where area_path like ? and id < ? order by id desc limit ?
            """)
        .params(within.value() + "%", before, limit)
        .query((row, number) -> edit(row))
        .list();
  }

  private Edit edit(ResultSet row) throws SQLException {
    return new Edit(
        row.getLong("id"),
        EditPlan.Kind.valueOf(row.getString("kind")),
        new AreaPath(row.getString("area_path")),
        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getObject("undone_by", Long.class),
        json.readValue(row.getString("changes"), CHANGES));
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
