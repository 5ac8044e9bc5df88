package org.gridward.gazetteer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.gis.places.PlaceKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads places out of the table place. */
@Component
class PlaceRows {

  static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private static final String POINT = "ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)";
  private static final String COLUMNS =
      """
      select id, source, kind, names, number, detail, street_key, number_key,
             ST_X(spot) as lon, ST_Y(spot) as lat,
             ST_Distance(spot::geography, :here::geography) as metres
      from place cross join lateral
        (select case when course is null or :nowhere then location
                     else ST_ClosestPoint(course, :here) end as spot) as nearest
      """
          .replace(":here", POINT);

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PlaceRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * An address with what it is compared by.
   *
   * @param street its key, see {@code PlaceText}
   * @param number as it is compared
   */
  record Address(String street, String number, Place place) {}

  PlaceCounts count() {
    return jdbc.sql(
            """
            select count(*) filter (where kind = 'PLACE') as places,
                   count(*) filter (where kind = 'STREET') as streets,
                   count(*) filter (where kind = 'ADDRESS') as addresses,
                   count(*) filter (where kind = 'POI') as pois
            from place
            """)
        .query(PlaceCounts.class)
        .single();
  }

  /** Those that are still there, in no order; a street's point is the nearest to {@code near}. */
  List<Place> list(Collection<Long> ids, @Nullable Coordinate near) {
    return ids.isEmpty()
        ? List.of()
        : at(COLUMNS + "where id in (:ids)", near)
            .param("ids", ids)
            .query((row, number) -> place(row, near != null))
            .list();
  }

  /**
   * Addresses of these streets whose number begins so: that very number first, then short ones,
   * then near ones.
   */
  List<Address> listAddresses(
      Collection<String> streets, String number, @Nullable Coordinate near, int limit) {
    return streets.isEmpty()
        ? List.of()
        : at(
                COLUMNS
                    + """
                    where kind = 'ADDRESS' and street_key in (:streets) and number_key like :begins
                    order by number_key <> :number, length(number_key), metres, id limit :limit
                    """,
                near)
            .param("streets", streets)
            .param("begins", number.replaceAll("[^\\p{L}\\d/-]", "") + "%")
            .param("number", number)
            .param("limit", limit)
            .query(
                (row, count) ->
                    new Address(
                        row.getString("street_key"),
                        row.getString("number_key"),
                        place(row, near != null)))
            .list();
  }

  /**
   * The nearest address at most so far away. The index orders within one percent; without the bound
   * it would go through every address for a point on the globe's far side.
   */
  Optional<Place> findNearestAddress(Coordinate point, double metres) {
    return at(
            "select * from ("
                + COLUMNS
                + """
                where kind = 'ADDRESS' and ST_DWithin(location::geography, :here::geography, :most)
                order by location::geography <-> :here::geography limit 40
                ) as candidates
                where metres <= :most order by metres, id limit 1
                """
                    .replace(":here", POINT),
            point)
        .param("most", metres)
        .query((row, number) -> place(row, true))
        .optional();
  }

  /** The nearest street at most so far away. */
  Optional<Place> findNearestStreet(Coordinate point, double metres) {
    double north = metres / 110_000;
    double east = north / Math.max(0.01, Math.cos(Math.toRadians(point.y)));
    return at(
            "select * from ("
                + COLUMNS
                + """
                where kind = 'STREET' and course && ST_MakeEnvelope(:w, :s, :e, :n, 4326)
                ) as candidates
                where metres <= :most order by metres, id limit 1
                """,
            point)
        .param("w", point.x - east)
        .param("e", point.x + east)
        .param("s", point.y - north)
        .param("n", point.y + north)
        .param("most", metres)
        .query((row, number) -> place(row, true))
        .optional();
  }

  private JdbcClient.StatementSpec at(String sql, @Nullable Coordinate near) {
    return jdbc.sql(sql)
        .param("nowhere", near == null)
        .param("lon", near == null ? 0.0 : near.x)
        .param("lat", near == null ? 0.0 : near.y);
  }

  private Place place(ResultSet row, boolean measured) throws SQLException {
    return new Place(
        row.getLong("id"),
        row.getString("source"),
        PlaceKind.valueOf(row.getString("kind")),
        json.readValue(row.getString("names"), NAMES),
        row.getString("number"),
        row.getString("detail"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        measured ? (Double) row.getDouble("metres") : null);
  }
}
