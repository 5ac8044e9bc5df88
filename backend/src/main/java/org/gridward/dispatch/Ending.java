package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends assignments without result. Callers hold the incident's lock. */
@Component
class Ending {

  private final AssignmentTable assignments;
  private final Incidents incidents;
  private final Chronicle chronicle;
  private final Bell bell;
  private final Clock clock;

  Ending(
      AssignmentTable assignments,
      Incidents incidents,
      Chronicle chronicle,
      Bell bell,
      Clock clock) {
    this.assignments = assignments;
    this.incidents = incidents;
    this.chronicle = chronicle;
    this.bell = bell;
    this.clock = clock;
  }

  /** What ends, how, by whom, why, and in which round the worker counts as asked. */
  record End(
      Assignment assignment,
      AssignmentState how,
      Actor actor,
      @Nullable String why,
      int countedIn) {}

  /** Ends the assignment and puts its incident back to FILED. */
  Assignment giveBack(End end) {
    Assignment ended = store(end);
    CompactIncident incident =
        incidents.markReturned(
            ended.incidentId(), end.why() == null ? word(end.how()) : end.why(), end.actor());
    chronicle.tell(word(end.how()), incident, ended, end.actor());
    return ended;
  }

  /** Ends the assignment of an incident that has ended itself. */
  Assignment endWith(IncidentView incident, End end) {
    Assignment ended = store(end);
    chronicle.tell(word(end.how()), incident.compact(), ended, end.actor());
    return ended;
  }

  private Assignment store(End end) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Assignment ended = end.assignment().ended(end.how(), now, end.why(), end.countedIn());
    assignments.update(ended);
    bell.freeAfterCommit(ended.workerId());
    return ended;
  }

  private static String word(AssignmentState how) {
    return how.name().toLowerCase(java.util.Locale.ROOT);
  }
}
