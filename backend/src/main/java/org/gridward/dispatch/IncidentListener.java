package org.gridward.dispatch;

import java.time.Clock;
import java.util.List;
import org.gridward.dispatch.Ending.End;
import org.gridward.incident.IncidentEnded;
import org.gridward.incident.IncidentMoved;
import org.gridward.incident.IncidentRedrawn;
import org.gridward.incident.Incidents;
import org.gridward.incident.IncidentsFiled;
import org.gridward.incident.Stage;
import org.gridward.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows what happens to incidents, within the transactions in which it happens. */
@Component
class IncidentListener {

  private final WorkTable work;
  private final AssignmentTable assignments;
  private final Incidents incidents;
  private final Ending ending;
  private final Bell bell;
  private final Clock clock;

  IncidentListener(
      WorkTable work,
      AssignmentTable assignments,
      Incidents incidents,
      Ending ending,
      Bell bell,
      Clock clock) {
    this.work = work;
    this.assignments = assignments;
    this.incidents = incidents;
    this.ending = ending;
    this.bell = bell;
    this.clock = clock;
  }

  @EventListener
  void on(IncidentsFiled filed) {
    if (!filed.incidents().isEmpty()) {
      work.insert(filed.incidents(), clock.instant());
      bell.ringAfterCommit();
    }
  }

  @EventListener
  void on(IncidentEnded ended) {
    assignments
        .findActive(ended.id())
        .ifPresent(
            active ->
                ending.endWith(
                    incidents.get(ended.id()), recalled(active, ended.actor(), ended.reason())));
    work.ended(List.of(ended.id()));
  }

  /** Who has set out for another cell is called back; who has arrived stays with the incident. */
  @EventListener
  void on(IncidentMoved moved) {
    work.moved(moved.id(), moved.to());
    if (moved.stage() == Stage.DISPATCHED && !moved.from().equals(moved.to())) {
      assignments.findActive(moved.id()).ifPresent(this::callBack);
    }
  }

  /** The cells were redrawn under it; whoever is on the way goes on. */
  @EventListener
  void on(IncidentRedrawn redrawn) {
    work.moved(redrawn.id(), redrawn.to());
  }

  private void callBack(Assignment active) {
    ending.giveBack(recalled(active, Actor.SYSTEM, "the incident lies in another cell"));
    work.dueAnew(active.incidentId());
    bell.ringAfterCommit();
  }

  private static End recalled(
      Assignment active, Actor actor, @org.jspecify.annotations.Nullable String why) {
    return new End(active, AssignmentState.RECALLED, actor, why, active.round());
  }
}
