package org.gridward.incident.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.incident.IncidentView;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads open incidents around a place. */
@Repository
public class NeighbourRows {

  private static final double METRES_A_DEGREE = 110_000;

  private final JdbcClient jdbc;

  NeighbourRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to look for.
   *
   * @param areas only inside one of these; an empty list finds nothing
   * @param lon degrees east, EPSG:4326; null without a point
   * @param lat degrees north; null when {@code lon} is
   * @param cellId null when not known
   * @param metres how far from the point, along the ellipsoid
   * @param since reported then or later
   * @param limit at most so many of each kind, the newest
   */
  public record Search(
      List<AreaPath> areas,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Long cellId,
      double metres,
      Instant since,
      int limit) {}

  /**
   * An incident that was found.
   *
   * @param metres from the point along the ellipsoid; null without two points
   */
  public record Neighbour(IncidentView incident, @Nullable Double metres) {}

  /** Each once; those with two points lie within the distance. */
  public List<Neighbour> list(Search search) {
    if (search.areas().isEmpty()) {
      return List.of();
    }
    Map<UUID, Neighbour> found = new LinkedHashMap<>();
    Double lon = search.lon();
    Double lat = search.lat();
    if (lon != null && lat != null) {
      keep(found, around(search, lon, lat));
    }
    if (search.cellId() != null) {
      String pointless = lon == null ? "cell_id = ?" : "cell_id = ? and location is null";
      keep(found, list(search, pointless, search.cellId()));
    }
    boolean nowhere = lon == null && search.cellId() == null;
    keep(found, list(search, nowhere ? "true" : "placement = 'NEEDS_LOCATING'"));
    return List.copyOf(found.values());
  }

  private static void keep(Map<UUID, Neighbour> found, List<Neighbour> more) {
    more.forEach(neighbour -> found.putIfAbsent(neighbour.incident().id(), neighbour));
  }

  private List<Neighbour> around(Search search, double lon, double lat) {
    double north = search.metres() / METRES_A_DEGREE;
    double east = north / Math.max(0.01, Math.cos(Math.toRadians(lat)));
    List<Object> parameters = new ArrayList<>(List.of(lon, lat));
    String where =
        where(
            search,
            "location && ST_MakeEnvelope(?, ?, ?, ?, 4326)",
            List.of(lon - east, lat - north, lon + east, lat + north),
            parameters);
    parameters.add(search.metres());
    parameters.add(search.limit());
    return jdbc.sql(
            """
            select * from (select %s,
              ST_Distance(location::geography, ST_SetSRID(ST_MakePoint(?, ?), 4326)::geography)
                as metres
            from incident %s) as found
            where metres <= ? order by reported_at desc, id desc limit ?
            """
                .formatted(IncidentRows.COLUMNS, where))
        .params(parameters)
        .query((row, n) -> new Neighbour(IncidentRows.read(row), row.getDouble("metres")))
        .list();
  }

  private List<Neighbour> list(Search search, String condition, Object... values) {
    List<Object> parameters = new ArrayList<>();
    String where = where(search, condition, List.of(values), parameters);
    parameters.add(search.limit());
    return jdbc.sql(IncidentRows.SELECT + where + " order by reported_at desc, id desc limit ?")
        .params(parameters)
        .query((row, n) -> new Neighbour(IncidentRows.read(row), null))
        .list();
  }

  private static String where(
      Search search, String condition, List<Object> values, List<Object> parameters) {
    ListConditions conditions = new ListConditions();
    conditions.add(IncidentLists.OPEN);
    conditions.areas(search.areas());
    conditions.add("reported_at >= ?", search.since().atOffset(ZoneOffset.UTC));
    conditions.add(condition, values.toArray());
    parameters.addAll(conditions.parameters());
    return conditions.where();
  }
}
