package org.gridward.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How long it took from an offer until its worker accepted. */
@Service
public class AcceptTimes {

  /** The newest are enough for a median. */
  private static final int MOST = 2_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  AcceptTimes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One offer that was accepted.
   *
   * @param tookMillis from the offer to the acceptance
   */
  public record Accepted(Instant at, long tookMillis) {}

  /**
   * What was accepted in the areas during the last {@code span}, the newest 2,000, newest first.
   */
  public List<Accepted> list(List<AreaPath> areas, Duration span) {
    if (areas.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>();
    parameters.add(clock.instant().minus(span).atOffset(ZoneOffset.UTC));
    areas.forEach(area -> parameters.add(area.value()));
    parameters.add(MOST);
    return jdbc.sql(
            """
            select a.accepted_at, extract(epoch from a.accepted_at - a.offered_at) * 1000
            from assignment a join dispatch_work w on w.incident_id = a.incident_id
            where a.accepted_at > ? and (%s)
            order by a.accepted_at desc limit ?
            """
                .formatted(
                    areas.stream()
                        .map(_ -> "w.area_path ^@ ?")
                        .collect(Collectors.joining(" or "))))
        .params(parameters)
        .query(
            (row, n) ->
                new Accepted(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    Math.max(0, row.getLong(2))))
        .list();
  }
}
