package org.gridward.grid;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about boundaries of any day, answered by PostGIS. */
@Component
class BoundaryHistory {

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

  Optional<Long> findCell(double lon, double lat, Instant at) {
    return jdbc.sql(CELL_AT)
        .param("lon", lon)
        .param("lat", lat)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }
}
