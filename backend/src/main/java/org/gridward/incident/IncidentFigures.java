package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridward.incident.store.IncidentTrends;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Service;

/** How many incidents are open and late, how that came about, and how many were reported. */
@Service
public class IncidentFigures {

  /** Minutes that a line looks back; it has one value more. */
  public static final int MINUTES = 60;

  /** Hours that {@link Counted#reports} has. */
  public static final int HOURS = 24;

  private final IncidentTrends trends;
  private final Clock clock;

  IncidentFigures(IncidentTrends trends, Clock clock) {
    this.trends = trends;
    this.clock = clock;
  }

  /**
   * The figures of some areas at one moment.
   *
   * @param at the moment of the last value of each line
   * @param open incidents open at the end of each of the last {@link #MINUTES} minutes and one
   *     before them, the oldest first. What was opened again counts as open all the time.
   * @param late those of them whose time limit had passed and which were not yet handled
   * @param hour when the hour of the last count began
   * @param reports reported in each of the last {@link #HOURS} hours by the clock (UTC), the oldest
   *     first; the last hour is under way
   */
  public record Counted(
      Instant at, List<Long> open, List<Long> late, Instant hour, List<Long> reports) {}

  /** Counts by the database, now. Empty {@code areas} count nothing. */
  public Counted count(List<AreaPath> areas) {
    return trends.count(areas, clock.instant());
  }
}
