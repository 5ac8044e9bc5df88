package org.gridward.dispatch;

import java.time.Clock;
import java.util.UUID;
import org.gridward.dispatch.Ending.End;
import org.gridward.incident.Incidents;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends offers that nobody answered, or that nobody is there to answer, so that the next one is
 * asked.
 */
@Component
class OfferExpiry {

  /** Rounds are counted from 1. */
  private static final int NO_ROUND = 0;

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
              assignments
                  .find(assignmentId)
                  .filter(this::ranOut)
                  .ifPresent(late -> end(late, AssignmentState.EXPIRED, null, late.round()));
            });
  }

  /**
   * Takes back what the worker has not answered yet; what has been accepted stays with them. The
   * worker does not count as asked. Always a transaction of its own.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void takeBack(UUID assignmentId, String why) {
    assignments
        .find(assignmentId)
        .filter(OfferExpiry::isOpen)
        .ifPresent(
            offer -> {
              incidents.lock(offer.incidentId(), null);
              assignments
                  .find(assignmentId)
                  .filter(OfferExpiry::isOpen)
                  .ifPresent(open -> end(open, AssignmentState.RECALLED, why, NO_ROUND));
            });
  }

  private static boolean isOpen(Assignment offer) {
    return offer.state() == AssignmentState.OFFERED;
  }

  private boolean ranOut(Assignment offer) {
    return isOpen(offer) && !clock.instant().isBefore(offer.expiresAt());
  }

  private void end(Assignment offer, AssignmentState how, @Nullable String why, int countedIn) {
    ending.giveBack(new End(offer, how, Actor.SYSTEM, why, countedIn));
    work.due(offer.incidentId());
    bell.ringAfterCommit();
  }
}
