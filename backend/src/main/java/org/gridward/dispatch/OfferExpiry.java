package org.gridward.dispatch;

import java.time.Clock;
import java.util.UUID;
import org.gridward.dispatch.Ending.End;
import org.gridward.incident.Incidents;
import org.gridward.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends offers that nobody answered, so that the next one is asked. */
@Component
class OfferExpiry {

  private final AssignmentTable assignments;
  private final Incidents incidents;
  private final Ending ending;
  private final WorkTable work;
  private final Bell bell;
  private final Clock clock;

  OfferExpiry(
      AssignmentTable assignments,
      Incidents incidents,
      Ending ending,
      WorkTable work,
      Bell bell,
      Clock clock) {
    this.assignments = assignments;
    this.incidents = incidents;
    this.ending = ending;
    this.work = work;
    this.bell = bell;
    this.clock = clock;
  }

  /** Ends the offer when it has run out unanswered; otherwise nothing happens. */
  @Transactional
  public void expire(UUID assignmentId) {
    assignments
        .find(assignmentId)
        .filter(this::ranOut)
        .ifPresent(
            offer -> {
              incidents.lock(offer.incidentId(), null);
              assignments.find(assignmentId).filter(this::ranOut).ifPresent(this::end);
            });
  }

  private boolean ranOut(Assignment offer) {
    return offer.state() == AssignmentState.OFFERED && !clock.instant().isBefore(offer.expiresAt());
  }

  private void end(Assignment offer) {
    ending.giveBack(new End(offer, AssignmentState.EXPIRED, Actor.SYSTEM, null, offer.round()));
    work.due(offer.incidentId());
    bell.ringAfterCommit();
  }
}
