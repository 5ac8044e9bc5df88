package org.gridward.grid.partition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridward.grid.partition.EditHistory.Part;
import org.gridward.grid.partition.EditPlan.Template;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables planned_edit and planned_edit_change. In the caller's transaction. */
@Component
class PlannedEditTable {

  /** Current as long as its areas have the shapes that were seen, and no parts that were not. */
  private static final String SELECT =
      """
      select p.*,
             not exists (
               select from area_boundary b join area a on a.id = b.area_id
               where b.id in (select unnest(p.edited) union all
                              select before from planned_edit_change where planned_edit_id = p.id)
                 and (a.retired_at is not null
                      or not exists (select from area_boundary n
                                     where n.area_id = a.id and n.valid_until is null
                                       and ST_AsBinary(n.boundary) = ST_AsBinary(b.boundary))))
             and (p.kind = 'REPAIR' or not exists (
               select from area_boundary b join area part on part.parent_id = b.area_id
               where b.id = any(p.edited) and part.retired_at is null))
             as current,
             (select json_agg(json_build_object('id', coalesce(c.area_id, 0), 'code', c.code, 'change', c.change)
                              order by c.number)
              from planned_edit_change c where c.planned_edit_id = p.id) as parts
      from planned_edit p
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Shapes shapes;
  private final NewCodes codes;

  PlannedEditTable(JdbcClient jdbc, JsonMapper json, Shapes shapes, NewCodes codes) {
    this.jdbc = jdbc;
    this.json = json;
    this.shapes = shapes;
    this.codes = codes;
  }

  long insert(EditPlan plan, Instant effectiveAt, Actor actor, Instant now) {
    long id =
        jdbc.sql(
                """
                insert into planned_edit
                  (kind, area_path, template, edited, effective_at, actor, made_at)
                values (?, ?, ?::jsonb, ?, ?, ?, ?) returning id
                """)
            .params(plan.kind().name(), plan.under().value())
            .param(json.writeValueAsString(plan.template()))
            .param(edited(plan).stream().map(Shape::boundaryId).toArray(Long[]::new))
            .params(utc(effectiveAt), actor.value(), utc(now))
            .query(Long.class)
            .single();
    WKBWriter writer = new WKBWriter();
    int number = 0;
    for (AreaChange change : plan.changes()) {
      MultiPolygon shape = change.shape();
      jdbc.sql(
              """
              insert into planned_edit_change
                (planned_edit_id, number, area_id, code, change, before, boundary)
              values (?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?::bytea, 4326))
              """)
          .params(id, number++)
          .param(change.areaId())
          .params(change.code(), change.kind().name())
          .param(change.before())
          .param(shape == null ? null : writer.write(shape))
          .update();
    }
    return id;
  }

  /** A repair looks at a whole level and replaces little of it. */
  private static List<Shape> edited(EditPlan plan) {
    if (plan.kind() != EditPlan.Kind.REPAIR) {
      return plan.edited();
    }
    Set<Long> changed = plan.changes().stream().map(AreaChange::areaId).collect(Collectors.toSet());
    return plan.edited().stream().filter(shape -> changed.contains(shape.id())).toList();
  }

  /** Those in an area, the next one first. */
  List<PlannedEdit> list(AreaPath within) {
    return jdbc.sql(SELECT + "where p.area_path like ? order by p.effective_at, p.id")
        .param(within.value() + "%")
        .query((row, number) -> read(row))
        .list();
  }

  Optional<PlannedEdit> find(long id) {
    return jdbc.sql(SELECT + "where p.id = ?")
        .param(id)
        .query((row, number) -> read(row))
        .optional();
  }

  /** One that waits and concerns a boundary that this plan replaces; empty when there is none. */
  Optional<Long> findRival(EditPlan plan) {
    List<Long> ids =
        Stream.concat(
                plan.changes().stream().map(AreaChange::areaId),
                edited(plan).stream().map(Shape::id))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return jdbc.sql(
            """
            select min(p.id) from planned_edit p
            where p.refused is null
              and (exists (select from area_boundary b
                           where b.id = any(p.edited) and b.area_id = any(:ids))
                   or exists (select from planned_edit_change c
                              where c.planned_edit_id = p.id and c.area_id = any(:ids)))
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /** What is to be made of a plan that is still current, on the areas as they are now. */
  EditPlan plan(PlannedEdit planned) {
    Template template =
        jdbc.sql("select template from planned_edit where id = ?")
            .param(planned.id())
            .query((row, number) -> json.readValue(row.getString(1), Template.class))
            .single();
    List<Long> ids =
        jdbc.sql(
                """
                select b.area_id from planned_edit p join area_boundary b on b.id = any(p.edited)
                where p.id = ?
                """)
            .param(planned.id())
            .query(Long.class)
            .list();
    List<Shape> edited = shapes.list(ids);
    return new EditPlan(
        EditPlan.Kind.valueOf(planned.kind().toUpperCase(Locale.ROOT)),
        planned.under(),
        template,
        edited,
        withFreeCodes(changes(planned.id())),
        shapes.listAround(template.type(), edited));
  }

  /** As they were planned, on the boundaries that their areas have now. */
  List<AreaChange> changes(long id) {
    return jdbc.sql(
            """
            select c.area_id, c.code, c.change, n.id as before, ST_AsBinary(c.boundary) as boundary,
                   ST_AsBinary(b.boundary) as was
            from planned_edit_change c
              left join area_boundary b on b.id = c.before
              left join area_boundary n on n.area_id = c.area_id and n.valid_until is null
            where c.planned_edit_id = ? order by c.number
            """)
        .param(id)
        .query((row, number) -> change(row))
        .list();
  }

  /** A code that somebody else got in the meantime is never given twice. */
  private List<AreaChange> withFreeCodes(List<AreaChange> changes) {
    List<String> planned =
        changes.stream().filter(one -> one.areaId() == null).map(AreaChange::code).toList();
    List<String> free = codes.free(planned);
    List<AreaChange> now = new ArrayList<>();
    int next = 0;
    for (AreaChange one : changes) {
      MultiPolygon shape = one.shape();
      now.add(
          one.areaId() == null && shape != null
              ? AreaChange.created(free.get(next++), shape)
              : one);
    }
    return now;
  }

  void refuse(long id, String code) {
    jdbc.sql("update planned_edit set refused = ? where id = ?").params(code, id).update();
  }

  void delete(long id) {
    jdbc.sql("delete from planned_edit where id = ?").param(id).update();
  }

  private PlannedEdit read(ResultSet row) throws SQLException {
    return new PlannedEdit(
        row.getLong("id"),
        row.getString("kind").toLowerCase(Locale.ROOT),
        new AreaPath(row.getString("area_path")),
        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("refused"),
        row.getBoolean("current"),
        json.readTree(row.getString("parts"))
            .valueStream()
            .map(
                one ->
                    new Part(
                        one.get("id").asLong(),
                        one.get("code").asString(),
                        one.get("change").asString().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private static AreaChange change(ResultSet row) throws SQLException {
    return new AreaChange(
        row.getObject("area_id", Long.class),
        row.getString("code"),
        AreaChange.Kind.valueOf(row.getString("change")),
        (MultiPolygon) shape(row.getBytes("boundary")), // the column holds nothing else
        row.getObject("before", Long.class),
        shape(row.getBytes("was")));
  }

  private static @Nullable Geometry shape(byte @Nullable [] bytes) throws SQLException {
    return bytes == null ? null : Shapes.read(bytes);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
