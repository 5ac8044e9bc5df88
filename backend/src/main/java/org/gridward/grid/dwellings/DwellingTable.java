package org.gridward.grid.dwellings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridward.grid.Dwelling;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table dwelling. */
@Component
public class DwellingTable {

  /** The journal entry after an import. */
  public static final String CHANGED = "residents.changed";

  private static final int READ_AT_ONCE = 10_000;

  private static final String COLUMNS =
      "select st_x(location) as lon, st_y(location) as lat, households, people from dwelling";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Journal journal;

  DwellingTable(JdbcClient jdbc, JsonMapper json, Journal journal) {
    this.jdbc = jdbc;
    this.json = json;
    this.journal = journal;
  }

  private record Row(String code, int part, double lon, double lat, int households, int people) {}

  /** Those in a box (EPSG:4326), in a stable order. */
  public List<Dwelling> list(Envelope box) {
    return jdbc.sql(
            COLUMNS
                + """
                 where location && ST_MakeEnvelope(?, ?, ?, ?, 4326) order by source, code, part
                """)
        .params(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
        .query((row, number) -> dwelling(row))
        .list();
  }

  /** Hands every one out, in no order; a few thousand at a time are in memory. */
  @Transactional(readOnly = true)
  public void readAll(Consumer<Dwelling> each) {
    jdbc.sql(COLUMNS)
        .withFetchSize(READ_AT_ONCE)
        .query((ResultSet row) -> each.accept(dwelling(row)));
  }

  /** The ground of an area now, EPSG:4326; empty where it has none. */
  Optional<Geometry> findGround(long areaId) {
    return jdbc.sql(
            """
            select ST_AsBinary(boundary) from area_boundary
            where area_id = ? and valid_until is null
            """)
        .param(areaId)
        .query((row, number) -> geometry(row.getBytes(1)))
        .optional();
  }

  private static Geometry geometry(byte[] bytes) throws SQLException {
    try {
      return new WKBReader().read(bytes);
    } catch (ParseException e) {
      throw new SQLException("a boundary in area_boundary is no WKB", e);
    }
  }

  /** What is there of a source, by code. */
  Map<String, Home> listHomes(String source) {
    Map<String, List<Dwelling>> found = new HashMap<>();
    jdbc.sql(
            """
            select code, st_x(location) as lon, st_y(location) as lat, households, people
            from dwelling where source = ? order by code, part
            """)
        .param(source)
        .query(
            (ResultSet row) -> {
              found
                  .computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                  .add(dwelling(row));
            });
    Map<String, Home> homes = new HashMap<>();
    found.forEach((code, points) -> homes.put(code, new Home(points)));
    return homes;
  }

  /** Puts these in the place of what the source had under their codes. */
  @Transactional
  public void replace(String source, Map<String, Home> homes) {
    remove(source, homes.keySet());
    jdbc.sql(
            """
            insert into dwelling (source, code, part, location, households, people)
            select :source, code, part, ST_SetSRID(ST_MakePoint(lon, lat), 4326), households, people
            from jsonb_to_recordset(:rows::jsonb)
              as given (code text, part int, lon float8, lat float8, households int, people int)
            """)
        .param("source", source)
        .param(
            "rows",
            json.writeValueAsString(
                homes.entrySet().stream()
                    .flatMap(home -> rows(home.getKey(), home.getValue()))
                    .toList()))
        .update();
  }

  private static Stream<Row> rows(String code, Home home) {
    return IntStream.range(0, home.points().size())
        .mapToObj(
            part -> {
              Dwelling at = home.points().get(part);
              return new Row(code, part, at.lon(), at.lat(), at.households(), at.people());
            });
  }

  /** Takes out what the source had under these codes. */
  @Transactional
  public void remove(String source, Collection<String> codes) {
    jdbc.sql("delete from dwelling where source = :source and code in (:codes)")
        .param("source", source)
        .param("codes", codes)
        .update();
  }

  /** Tells every server to count again. */
  @Transactional
  public void tell(String source) {
    journal.append(
        new NewEntry(
            CHANGED,
            AreaPath.ROOT,
            new Subject("residents", source),
            null,
            null,
            Actor.SYSTEM,
            Map.of("source", source)));
  }

  private static Dwelling dwelling(ResultSet row) throws SQLException {
    return new Dwelling(
        row.getDouble("lon"), row.getDouble("lat"), row.getInt("households"), row.getInt("people"));
  }
}
