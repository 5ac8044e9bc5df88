package org.gridward.workforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Trend;
import org.springframework.stereotype.Service;

/** How many workers were on duty, minute by minute, as the journal tells. */
@Service
public class DutyTrend {

  private static final int MINUTES = 60;

  private final Workforce workforce;
  private final Journal journal;
  private final Clock clock;

  DutyTrend(Workforce workforce, Journal journal, Clock clock) {
    this.workforce = workforce;
    this.journal = journal;
    this.clock = clock;
  }

  /** The counts at the end of each of the last 60 minutes and one before, the oldest first. */
  public List<Long> list(List<AreaPath> areas) {
    Instant now = clock.instant();
    Trend trend = new Trend(MINUTES);
    Instant since = now.minus(Duration.ofMinutes(MINUTES));
    for (JournalEntry entry : journal.listOfKindSince("duty.changed", since, areas)) {
      int minutesAgo = (int) Duration.between(entry.at(), now).toMinutes();
      trend.rose(minutesAgo, entry.payload().path("onDuty").asBoolean(false) ? 1 : -1);
    }
    return trend.endingWith(
        areas.stream().mapToLong(area -> workforce.listOnDuty(area).size()).sum());
  }
}
