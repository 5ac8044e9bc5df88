package org.gridward.incident.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.gridward.gis.partition.Load;
import org.gridward.grid.Weight;
import org.gridward.grid.WorkloadSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every incident weighs the same. */
@Component
class IncidentWorkload implements WorkloadSource {

  private final JdbcClient jdbc;

  IncidentWorkload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<Weight> weights() {
    return Set.of(Weight.INCIDENTS);
  }

  @Override
  public List<Load> list(Weight weight, Envelope box, Instant since, Instant until) {
    return jdbc.sql(
            """
            select st_x(location) as lon, st_y(location) as lat from incident
            where location && ST_MakeEnvelope(?, ?, ?, ?, 4326)
              and reported_at >= ? and reported_at < ? order by id
            """)
        .params(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
        .params(since.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new Load(row.getDouble("lon"), row.getDouble("lat"), 1))
        .list();
  }
}
