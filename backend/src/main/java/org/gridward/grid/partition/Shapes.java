package org.gridward.grid.partition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.gis.partition.Ground;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current boundaries as they are stored, to the last digit. */
@Component
class Shapes {

  private static final String CURRENT =
      """
      select a.id, a.code, a.type, a.parent_id, a.path, a.cell, b.id as boundary_id, b.valid_from,
             ST_AsBinary(b.boundary) as boundary
      from area a join area_boundary b on b.area_id = a.id
      where b.valid_until is null and a.retired_at is null
      """;

  /** About ten metres. */
  private static final double NEAR_DEGREES = 1e-4;

  private final JdbcClient jdbc;

  Shapes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An area and its ground.
   *
   * @param boundaryId of the row, and so of this shape
   */
  record Shape(
      long id,
      String type,
      @Nullable Long parentId,
      AreaPath path,
      boolean cell,
      long boundaryId,
      Instant validFrom,
      Ground ground) {

    String code() {
      return ground.code();
    }
  }

  /** The areas of a level below a path (a prefix), by code. */
  List<Shape> listLevel(String level, String path) {
    return jdbc.sql(CURRENT + " and a.type = ? and a.path like ? and a.path <> ? order by a.code")
        .params(level, path + "%", path)
        .query((row, number) -> shape(row))
        .list();
  }

  /** By id; those without a boundary are left out. */
  List<Shape> list(Collection<Long> ids) {
    return jdbc.sql(CURRENT + " and a.id in (:ids) order by a.code")
        .param("ids", ids.isEmpty() ? List.of(-1L) : ids)
        .query((row, number) -> shape(row))
        .list();
  }

  /** An area that stands directly under another. */
  record Part(long id, boolean cell) {}

  /**
   * What stands directly under an area, by code, those without a boundary too. From the table: what
   * is held in memory may not know yet what another server has just done, and whoever has the
   * writers' lock must.
   */
  List<Part> listParts(long areaId) {
    return jdbc.sql(
            "select id, cell from area where parent_id = ? and retired_at is null order by code")
        .param(areaId)
        .query((row, number) -> new Part(row.getLong("id"), row.getBoolean("cell")))
        .list();
  }

  /** The other areas of a level that lie at or near these, by code. */
  List<Shape> listAround(String level, List<Shape> shapes) {
    Envelope box = new Envelope();
    shapes.forEach(shape -> box.expandToInclude(shape.ground().shape().getEnvelopeInternal()));
    Set<Long> own = shapes.stream().map(Shape::id).collect(Collectors.toSet());
    return listNear(level, box).stream().filter(shape -> !own.contains(shape.id())).toList();
  }

  /** The areas of a level whose box lies at or near another (EPSG:4326), by code. */
  private List<Shape> listNear(String level, Envelope near) {
    Envelope box = new Envelope(near);
    box.expandBy(NEAR_DEGREES);
    return jdbc.sql(
            CURRENT
                + """
                 and a.type = :type
                 and b.boundary && ST_MakeEnvelope(:w, :s, :e, :n, 4326) order by a.code
                """)
        .param("type", level)
        .param("w", box.getMinX())
        .param("s", box.getMinY())
        .param("e", box.getMaxX())
        .param("n", box.getMaxY())
        .query((row, number) -> shape(row))
        .list();
  }

  /** The shape of a boundary of any day. */
  Geometry boundary(long boundaryId) {
    return jdbc.sql("select ST_AsBinary(boundary) from area_boundary where id = ?")
        .param(boundaryId)
        .query((row, number) -> read(row.getBytes(1)))
        .single();
  }

  private static Shape shape(ResultSet row) throws SQLException {
    return new Shape(
        row.getLong("id"),
        row.getString("type"),
        row.getObject("parent_id", Long.class),
        new AreaPath(row.getString("path")),
        row.getBoolean("cell"),
        row.getLong("boundary_id"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        new Ground(row.getString("code"), read(row.getBytes("boundary"))));
  }

  static Geometry read(byte[] bytes) throws SQLException {
    try {
      return new WKBReader().read(bytes);
    } catch (ParseException e) {
      throw new SQLException("a boundary in area_boundary is no WKB", e);
    }
  }
}
