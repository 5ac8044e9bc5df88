package org.gridward.gazetteer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridward.gis.partition.Load;
import org.gridward.grid.Weight;
import org.gridward.grid.WorkloadSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every address weighs the same. */
@Component
class AddressWorkload implements WorkloadSource {

  private final JdbcClient jdbc;

  AddressWorkload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<Weight> weights() {
    return Set.of(Weight.ADDRESSES);
  }

  @Override
  public List<Load> list(Weight weight, Envelope box, Instant since, Instant until) {
    return jdbc.sql(
            """
            select st_x(location) as lon, st_y(location) as lat from place
            where kind = 'ADDRESS'
              and location::geography && ST_MakeEnvelope(?, ?, ?, ?, 4326)::geography
              and location && ST_MakeEnvelope(?, ?, ?, ?, 4326) order by id
            """)
        .params(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
        .params(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
        .query((row, number) -> new Load(row.getDouble("lon"), row.getDouble("lat"), 1))
        .list();
  }
}
