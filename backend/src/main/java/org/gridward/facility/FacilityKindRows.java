package org.gridward.facility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the table facility_kind. */
@Component
class FacilityKindRows {

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  FacilityKindRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** In the order of lists and of rules. */
  List<FacilityKind> list() {
    return jdbc.sql(
            "select code, names, icon, colour, rules, version from facility_kind order by rank")
        .query(this::kind)
        .list();
  }

  /** At the end of the order. */
  void insert(FacilityKind kind) {
    write(
            """
            insert into facility_kind (code, names, icon, colour, rules, version, rank)
            select :code, :names::jsonb, :icon, :colour, :rules, :version, coalesce(max(rank), 0) + 10
            from facility_kind
            """,
            kind)
        .update();
  }

  void update(FacilityKind kind) {
    write(
            """
            update facility_kind set names = :names::jsonb, icon = :icon, colour = :colour,
              rules = :rules, version = :version
            where code = :code
            """,
            kind)
        .update();
  }

  private JdbcClient.StatementSpec write(String sql, FacilityKind kind) {
    return jdbc.sql(sql)
        .param("code", kind.code())
        .param("names", json.writeValueAsString(kind.names()))
        .param("icon", kind.icon())
        .param("colour", kind.colour())
        .param("rules", kind.rules().toArray(String[]::new))
        .param("version", kind.version());
  }

  /** Gives every kind its place in the order; ranks are unique at every moment. */
  void order(List<String> codes) {
    jdbc.sql("update facility_kind set rank = -rank - 1000000000 where rank >= 0").update();
    for (int i = 0; i < codes.size(); i++) {
      jdbc.sql("update facility_kind set rank = ? where code = ?")
          .params(10 * (i + 1), codes.get(i))
          .update();
    }
  }

  void delete(String code) {
    jdbc.sql("delete from facility_kind where code = ?").param(code).update();
  }

  long countFacilities(String code) {
    return jdbc.sql("select count(*) from facility where kind = ?")
        .param(code)
        .query(Long.class)
        .single();
  }

  private FacilityKind kind(ResultSet row, int number) throws SQLException {
    return new FacilityKind(
        row.getString("code"),
        json.readValue(row.getString("names"), NAMES),
        row.getString("icon"),
        row.getString("colour"),
        List.of((String[]) row.getArray("rules").getArray()),
        row.getInt("version"));
  }
}
