package org.gridward.incident.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gridward.incident.IncidentFigures;
import org.gridward.incident.IncidentFigures.Counted;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Trend;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what is open and late now, and by which minute it rose and fell. */
@Repository
public class IncidentTrends {

  private static final String NOW =
      "select count(*) as open, count(*) filter (where "
          + IncidentLists.NOT_DONE
          + " and due_at < ?) as late from incident where "
          + IncidentLists.OPEN;

  /** In the words of the partial index of open incidents. */
  private static final String STILL_LATE =
      IncidentLists.OPEN + " and " + IncidentLists.NOT_DONE + " and due_at is not null";

  private static final String WAS_LATE = "handled_at > due_at";

  private final JdbcClient jdbc;

  IncidentTrends(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Counted count(List<AreaPath> areas, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (areas.isEmpty()) {
      List<Long> none = Collections.nCopies(IncidentFigures.MINUTES + 1, 0L);
      return new Counted(now, none, none, hour, none.subList(0, IncidentFigures.HOURS));
    }
    Trend open = new Trend(IncidentFigures.MINUTES);
    Trend late = new Trend(IncidentFigures.MINUTES);
    byMinute(new Part("reported_at", "true", "reported_at"), now, areas, open::rose);
    byMinute(new Part("closed_at", "true", "closed_at"), now, areas, open::fell);
    byMinute(
        new Part("due_at", STILL_LATE, "coalesce(due_at, reported_at)"), now, areas, late::rose);
    byMinute(new Part("due_at", WAS_LATE, "handled_at"), now, areas, late::rose);
    byMinute(new Part("handled_at", WAS_LATE, "handled_at"), now, areas, late::fell);
    long[] present = present(areas, now);
    return new Counted(
        now,
        open.endingWith(present[0]),
        late.endingWith(present[1]),
        hour,
        byHour(areas, hour, now));
  }

  /**
   * One kind of change.
   *
   * @param moment the column that says when it was
   * @param condition which incidents
   * @param indexed the expression that finds them by time: never before {@code moment}
   */
  private record Part(String moment, String condition, String indexed) {
    String sql(String select) {
      return "select %s, count(*) from incident where %s and %s > ? and %s <= ?"
          .formatted(select, condition, indexed, indexed);
    }
  }

  private interface Change {
    void at(int minutesAgo, long by);
  }

  private void byMinute(Part part, Instant now, List<AreaPath> areas, Change change) {
    String minute =
        "floor(extract(epoch from ?::timestamptz - %s) / 60)::bigint".formatted(part.moment());
    Instant since = now.minus(Duration.ofMinutes(IncidentFigures.MINUTES));
    each(
        part.sql(minute) + bounds(areas) + " group by 1",
        List.of(utc(now), utc(since), utc(now)),
        areas,
        row -> change.at((int) Math.min(row.getLong(1), Integer.MAX_VALUE), row.getLong(2)));
  }

  private List<Long> byHour(List<AreaPath> areas, Instant hour, Instant now) {
    Long[] counts = new Long[IncidentFigures.HOURS];
    Arrays.fill(counts, 0L);
    long first = hour.getEpochSecond() / 3600 - IncidentFigures.HOURS + 1;
    each(
        new Part("", "true", "reported_at")
                .sql("floor(extract(epoch from reported_at) / 3600)::bigint")
            + bounds(areas)
            + " group by 1",
        List.of(utc(Instant.ofEpochSecond(first * 3600).minusNanos(1000)), utc(now)),
        areas,
        row -> counts[(int) (row.getLong(1) - first)] = row.getLong(2));
    return List.of(counts);
  }

  private long[] present(List<AreaPath> areas, Instant now) {
    long[] present = new long[2];
    each(
        NOW + bounds(areas),
        List.of(utc(now)),
        areas,
        row -> {
          present[0] = row.getLong("open");
          present[1] = row.getLong("late");
        });
    return present;
  }

  private void each(
      String sql, List<Object> parameters, List<AreaPath> areas, RowCallbackHandler row) {
    List<Object> all = new ArrayList<>(parameters);
    IncidentLists.addAreas(areas, new ArrayList<>(), all);
    jdbc.sql(sql).params(all).query(row);
  }

  private static String bounds(List<AreaPath> areas) {
    List<String> conditions = new ArrayList<>();
    IncidentLists.addAreas(areas, conditions, new ArrayList<>());
    return conditions.isEmpty() ? "" : " and " + conditions.getFirst();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
