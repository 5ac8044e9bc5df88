package org.gridward.workforce;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gridward.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes duty and tells of it exactly once for each change, by hand or by a shift's edge. */
@Component
class DutyBook {

  private final WorkforceRows rows;
  private final RosterRows rosterRows;
  private final LiveRoster roster;
  private final WorkforceJournal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DutyBook(
      WorkforceRows rows,
      RosterRows rosterRows,
      LiveRoster roster,
      WorkforceJournal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.rosterRows = rosterRows;
    this.roster = roster;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  void set(long workerId, Duty duty, Actor actor) {
    lock(workerId);
    rows.setDuty(workerId, duty, clock.instant());
    if (!settle(workerId, actor)) {
      RosterEntry entry = read(workerId);
      journal.workerChanged(
          workerId, entry.on().area(), Map.of("workerId", workerId, "what", "duty"), actor);
    }
  }

  private void lock(long workerId) {
    if (!rows.lock(workerId)) {
      throw WorkforceProblems.unknownWorker(workerId);
    }
  }

  /** Looks whether the worker is on duty now and tells so if that is news; true when it was. */
  boolean settle(long workerId, Actor actor) {
    if (!rows.lock(workerId)) {
      return false; // gone since the shift was planned
    }
    roster.refreshWorkerAfterCommit(workerId);
    RosterEntry entry = read(workerId);
    boolean onDuty = entry.isOnDuty(clock.instant());
    if (!rows.tell(workerId, onDuty)) {
      return false;
    }
    journal.dutyChanged(workerId, entry.on().area(), onDuty, entry.duty(), actor);
    events.publishEvent(new DutyChanged(workerId, onDuty));
    return true;
  }

  private RosterEntry read(long workerId) {
    return rosterRows.listWorkers(List.of(workerId), clock.instant()).getFirst();
  }
}
