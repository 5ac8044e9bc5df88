package org.gridward.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about boundaries of any day, answered by PostGIS. */
@Component
public class BoundaryHistory {

  /**
   * A shape that an area has had.
   *
   * @param validUntil when the next one began; null for the current one
   * @param box EPSG:4326
   * @param squareMetres on the ellipsoid
   */
  public record BoundaryVersion(
      long id,
      Instant validFrom,
      @Nullable Instant validUntil,
      Envelope box,
      double squareMetres) {}

  /**
   * {@code ST_Intersects} is not used on purpose: for points PostGIS takes a shortcut of its own
   * that is not exact near borders, whereas {@code ST_Relate} runs GEOS's robust predicate, the
   * same as JTS's. "Not disjoint" is "covered by the closed polygon".
   */
  static final String CELL_AT =
      """
      select b.area_id
      from area_boundary b join area a on a.id = b.area_id
      where b.cell
        and b.boundary && ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)
        and not ST_Relate(b.boundary, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), 'FF*FF****')
        and b.valid_from <= :at and (b.valid_until is null or b.valid_until > :at)
      order by a.code
      limit 1
      """;

  private final JdbcClient jdbc;

  BoundaryHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every boundary of the area, the oldest first. */
  public List<BoundaryVersion> listOf(long areaId) {
    return jdbc.sql(
            """
            select id, valid_from, valid_until, ST_Area(boundary::geography) as square_metres,
                   ST_XMin(boundary) w, ST_YMin(boundary) s, ST_XMax(boundary) e, ST_YMax(boundary) n
            from area_boundary where area_id = ? order by valid_from
            """)
        .param(areaId)
        .query((row, number) -> version(row))
        .list();
  }

  private static BoundaryVersion version(ResultSet row) throws SQLException {
    OffsetDateTime until = row.getObject("valid_until", OffsetDateTime.class);
    return new BoundaryVersion(
        row.getLong("id"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        until == null ? null : until.toInstant(),
        new Envelope(
            row.getDouble("w"), row.getDouble("e"), row.getDouble("s"), row.getDouble("n")),
        row.getDouble("square_metres"));
  }

  Optional<Long> findCell(double lon, double lat, Instant at) {
    return jdbc.sql(CELL_AT)
        .param("lon", lon)
        .param("lat", lat)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }
}
