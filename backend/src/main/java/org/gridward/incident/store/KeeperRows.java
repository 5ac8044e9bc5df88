package org.gridward.incident.store;

import java.util.List;
import org.gridward.incident.Keeping.Kept;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts who has how many open cases. */
@Repository
public class KeeperRows {

  private final JdbcClient jdbc;

  KeeperRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those who have any of these areas, the busiest first; no areas have nobody. */
  public List<Kept> list(List<AreaPath> areas) {
    if (areas.isEmpty()) {
      return List.of();
    }
    ListConditions conditions = new ListConditions();
    conditions.add(IncidentLists.OPEN + " and keeper is not null");
    conditions.areas(areas);
    return jdbc.sql(
            "select keeper, count(*) as open from incident %s group by keeper order by open desc, keeper"
                .formatted(conditions.where()))
        .params(conditions.parameters())
        .query((row, n) -> new Kept(row.getLong("keeper"), row.getInt("open")))
        .list();
  }
}
