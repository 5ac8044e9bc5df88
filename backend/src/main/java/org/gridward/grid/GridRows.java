package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.gis.cells.CellShape;
import org.gridward.shared.AreaPath;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tree and the current boundaries for the snapshot. */
@Component
class GridRows {

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  GridRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Everything, read in several statements. A change that commits between them may be seen in part;
   * the one who made it has the tables read once more, so that lasts a moment.
   */
  GridTables readAll() {
    return new GridTables(revision(), listTypes(), listAreas(), boxes(), listCellShapes());
  }

  private String revision() {
    return jdbc.sql(
            """
            select concat_ws('-',
              to_hex((select coalesce(extract(epoch from max(created_at)) * 1000000, 0)::bigint from area)),
              to_hex((select coalesce(sum(version + 1), 0)::bigint from area)),
              to_hex((select count(*) + count(valid_until) from area_boundary)))
            """)
        .query(String.class)
        .single();
  }

  private List<AreaType> listTypes() {
    return jdbc.sql("select code, names, rank, cell from area_type order by rank")
        .query(
            (row, number) ->
                new AreaType(
                    row.getString("code"), names(row), row.getInt("rank"), row.getBoolean("cell")))
        .list();
  }

  private List<Area> listAreas() {
    return jdbc.sql(
            """
            select id, code, type, names, path, cell, parent_id
            from area where retired_at is null order by code
            """)
        .query((row, number) -> area(row))
        .list();
  }

  /** Retired ones too. */
  Optional<Area> find(long id) {
    return jdbc.sql("select id, code, type, names, path, cell, parent_id from area where id = ?")
        .param(id)
        .query((row, number) -> area(row))
        .optional();
  }

  private Area area(ResultSet row) throws SQLException {
    return new Area(
        row.getLong("id"),
        row.getString("code"),
        row.getString("type"),
        names(row),
        new AreaPath(row.getString("path")),
        row.getBoolean("cell"),
        row.getObject("parent_id", Long.class));
  }

  private Map<Long, Envelope> boxes() {
    Map<Long, Envelope> boxes = new HashMap<>();
    jdbc.sql(
            """
            select area_id, ST_XMin(boundary) w, ST_YMin(boundary) s, ST_XMax(boundary) e,
                   ST_YMax(boundary) n
            from area_boundary where valid_until is null
            """)
        .query(
            row -> {
              boxes.put(
                  row.getLong("area_id"),
                  new Envelope(
                      row.getDouble("w"),
                      row.getDouble("e"),
                      row.getDouble("s"),
                      row.getDouble("n")));
            });
    return boxes;
  }

  /** The current boundaries of the cells, by code. */
  List<CellShape> listCellShapes() {
    WKBReader wkb = new WKBReader();
    return jdbc.sql(
            """
            select a.id, a.code, ST_AsBinary(b.boundary) as boundary
            from area_boundary b join area a on a.id = b.area_id
            where b.valid_until is null and b.cell and a.retired_at is null
            order by a.code
            """)
        .query(
            (row, number) ->
                new CellShape(
                    row.getLong("id"), row.getString("code"), read(wkb, row.getBytes("boundary"))))
        .list();
  }

  /** The current boundaries of these areas by id; some hundreds at most. */
  Map<Long, MultiPolygon> currentBoundaries(List<Long> areaIds) {
    WKBReader wkb = new WKBReader();
    Map<Long, MultiPolygon> boundaries = new HashMap<>();
    jdbc.sql(
            """
            select area_id, ST_AsBinary(boundary) as boundary
            from area_boundary where valid_until is null and area_id in (:ids)
            """)
        .param("ids", areaIds)
        .query(
            row -> {
              boundaries.put(
                  row.getLong("area_id"), (MultiPolygon) read(wkb, row.getBytes("boundary")));
            });
    return boundaries;
  }

  private static Geometry read(WKBReader wkb, byte[] bytes) throws SQLException {
    try {
      return wkb.read(bytes);
    } catch (ParseException e) {
      throw new SQLException("a boundary in area_boundary is no WKB", e);
    }
  }

  private Map<String, String> names(ResultSet row) throws SQLException {
    return json.readValue(row.getString("names"), NAMES);
  }
}
