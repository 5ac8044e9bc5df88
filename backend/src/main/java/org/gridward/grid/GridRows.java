package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tree for the snapshot. */
@Component
class GridRows {

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  GridRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<AreaType> listTypes() {
    return jdbc.sql("select code, names, rank, cell from area_type order by rank")
        .query(
            (row, number) ->
                new AreaType(
                    row.getString("code"), names(row), row.getInt("rank"), row.getBoolean("cell")))
        .list();
  }

  List<Area> listAreas() {
    return jdbc.sql(
            """
            select id, code, type, names, path, cell, parent_id
            from area where retired_at is null
            """)
        .query((row, number) -> area(row))
        .list();
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

  private Map<String, String> names(ResultSet row) throws SQLException {
    return json.readValue(row.getString("names"), NAMES);
  }
}
