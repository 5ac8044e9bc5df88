package org.gridward.grid.partition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridward.gis.partition.Ground;
import org.jspecify.annotations.Nullable;
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
      select a.id, a.code, a.parent_id, ST_AsBinary(b.boundary) as boundary
      from area a join area_boundary b on b.area_id = a.id
      where b.valid_until is null and a.retired_at is null
      """;

  private final JdbcClient jdbc;

  Shapes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An area and its ground. */
  record Shape(long id, @Nullable Long parentId, Ground ground) {}

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

  Optional<Shape> find(long id) {
    return list(List.of(id)).stream().findFirst();
  }

  private static Shape shape(ResultSet row) throws SQLException {
    return new Shape(
        row.getLong("id"),
        row.getObject("parent_id", Long.class),
        new Ground(row.getString("code"), read(row.getBytes("boundary"))));
  }

  private static Geometry read(byte[] bytes) throws SQLException {
    try {
      return new WKBReader().read(bytes);
    } catch (ParseException e) {
      throw new SQLException("a boundary in area_boundary is no WKB", e);
    }
  }
}
