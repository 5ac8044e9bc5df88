package org.gridward.gazetteer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.gis.places.PlaceEntry;
import org.gridward.gis.places.PlaceIndex;
import org.gridward.gis.places.PlaceKind;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the names of all places in memory; another set of them takes over when read whole.
 * Thread-safe.
 */
@Component
class PlaceNames {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final PlaceRows rows;
  private volatile Known known =
      new Known(PlaceIndex.EMPTY, PlaceIndex.EMPTY, List.of(), new PlaceCounts(0, 0, 0, 0));

  PlaceNames(JdbcClient jdbc, JsonMapper json, PlaceRows rows) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = rows;
  }

  /**
   * What is known at a moment.
   *
   * @param named streets, settlements and points of interest by their ids
   * @param numbered the streets that have addresses, by their place in {@code streetKeys}
   */
  record Known(
      PlaceIndex named, PlaceIndex numbered, List<String> streetKeys, PlaceCounts counts) {}

  Known current() {
    return known;
  }

  /** Reads all but the addresses again. */
  void reloadNamed() {
    Known before = known;
    known =
        new Known(
            new PlaceIndex(listNamed()), before.numbered(), before.streetKeys(), rows.count());
  }

  /** Reads the table again. */
  void reload() {
    List<PlaceEntry> named = listNamed();
    List<String> keys = new ArrayList<>();
    List<PlaceEntry> numbered = new ArrayList<>();
    for (Map.Entry<String, Street> street : streets().entrySet()) {
      numbered.add(
          new PlaceEntry(
              keys.size(),
              PlaceKind.ADDRESS,
              List.copyOf(street.getValue().names),
              street.getValue().extent));
      keys.add(street.getKey());
    }
    known = new Known(new PlaceIndex(named), new PlaceIndex(numbered), keys, rows.count());
  }

  private List<PlaceEntry> listNamed() {
    return jdbc.sql(
            """
            select id, kind, names, ST_XMin(shape) as w, ST_YMin(shape) as s, ST_XMax(shape) as e,
                   ST_YMax(shape) as n
            from (select id, kind, names, coalesce(course, location) as shape
                  from place where kind <> 'ADDRESS') as named
            order by id
            """)
        .query(
            (row, number) ->
                new PlaceEntry(
                    row.getLong("id"),
                    PlaceKind.valueOf(row.getString("kind")),
                    List.copyOf(names(row)),
                    extent(row)))
        .list();
  }

  private record Street(Set<String> names, Envelope extent) {}

  private Map<String, Street> streets() {
    Map<String, Street> streets = new LinkedHashMap<>();
    jdbc.sql(
            """
            select street_key, names, min(ST_X(location)) as w, min(ST_Y(location)) as s,
                   max(ST_X(location)) as e, max(ST_Y(location)) as n
            from place where kind = 'ADDRESS' group by street_key, names order by street_key
            """)
        .query(
            row -> {
              Street street =
                  streets.computeIfAbsent(
                      row.getString("street_key"),
                      _ -> new Street(new LinkedHashSet<>(), new Envelope()));
              street.names.addAll(names(row));
              street.extent.expandToInclude(extent(row));
            });
    return streets;
  }

  private Set<String> names(ResultSet row) throws SQLException {
    return new LinkedHashSet<>(json.readValue(row.getString("names"), PlaceRows.NAMES).values());
  }

  private static Envelope extent(ResultSet row) throws SQLException {
    return new Envelope(
        row.getDouble("w"), row.getDouble("e"), row.getDouble("s"), row.getDouble("n"));
  }
}
