package org.gridward.dispatch;

import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.workforce.DutyChanged;
import org.gridward.workforce.ResponsibilityChanged;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes dispatch when somebody comes on duty or answers for more ground, and asks the next one when
 * somebody leaves with offers unanswered. Should the server end before that, the offers run out.
 */
@Component
class WorkforceListener {

  private final Bell bell;
  private final Workforce workforce;
  private final AssignmentTable assignments;
  private final OfferExpiry expiry;

  WorkforceListener(
      Bell bell, Workforce workforce, AssignmentTable assignments, OfferExpiry expiry) {
    this.bell = bell;
    this.workforce = workforce;
    this.assignments = assignments;
    this.expiry = expiry;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(DutyChanged changed) {
    if (changed.onDuty()) {
      bell.ring(Set.of(changed.workerId()));
    } else {
      takeBack(changed.workerId());
    }
  }

  private void takeBack(long workerId) {
    for (Assignment one : assignments.listActiveOf(workerId)) {
      if (one.state() == AssignmentState.OFFERED) {
        expiry.takeBack(one.id(), "the worker went off duty");
      }
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(ResponsibilityChanged changed) {
    bell.ring(
        workforce.listResponsible(changed.cellId()).stream()
            .map(one -> one.worker().id())
            .collect(Collectors.toSet()));
  }
}
