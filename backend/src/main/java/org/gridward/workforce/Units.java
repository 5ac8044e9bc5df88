package org.gridward.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The units. Few, and rarely asked for: read from the database. */
@Service
public class Units {

  private static final String COLUMNS = "select id, code, names, area_id from unit ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Units(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All, by code. */
  public List<Unit> list() {
    return jdbc.sql(COLUMNS + "order by code").query((row, _) -> unit(row)).list();
  }

  public Optional<Unit> findByCode(String code) {
    return jdbc.sql(COLUMNS + "where code = :code")
        .param("code", code)
        .query((row, _) -> unit(row))
        .optional();
  }

  /** Makes a unit; the code must be new (409). */
  @Transactional
  public Unit create(String code, Map<String, String> names, @Nullable Long areaId) {
    long id =
        jdbc.sql(
                "insert into unit (code, names, area_id) values (:code, cast(:names as jsonb),"
                    + " :area) on conflict (code) do nothing returning id")
            .param("code", code)
            .param("names", json.writeValueAsString(names))
            .param("area", areaId)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> WorkforceProblems.unitCodeTaken(code));
    return new Unit(id, code, names, areaId);
  }

  private Unit unit(ResultSet row) throws SQLException {
    long area = row.getLong("area_id");
    Long areaId = row.wasNull() ? null : area;
    Map<String, String> names =
        json.readValue(row.getString("names"), new TypeReference<Map<String, String>>() {});
    return new Unit(row.getLong("id"), row.getString("code"), names, areaId);
  }
}
