package org.gridward.dispatch;

import org.gridward.workforce.DutyChanged;
import org.gridward.workforce.ResponsibilityChanged;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes dispatch when somebody comes on duty or answers for more ground. */
@Component
class WorkforceListener {

  private final Bell bell;
  private final Workforce workforce;

  WorkforceListener(Bell bell, Workforce workforce) {
    this.bell = bell;
    this.workforce = workforce;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(DutyChanged changed) {
    if (changed.onDuty()) {
      bell.ring(java.util.Set.of(changed.workerId()));
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(ResponsibilityChanged changed) {
    bell.ring(
        workforce.listResponsible(changed.cellId()).stream()
            .map(one -> one.worker().id())
            .collect(java.util.stream.Collectors.toSet()));
  }
}
