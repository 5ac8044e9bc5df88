package org.gridward.incident.store;

import java.time.Instant;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/** What an incident was before a move by hand. */
record Memento(
    Stage stage,
    Severity severity,
    String categoryCode,
    int categoryVersion,
    @Nullable Instant filedAt,
    @Nullable Instant dueAt,
    @Nullable Instant closedAt,
    @Nullable Instant handledAt,
    @Nullable String outcome) {

  /** Where it goes back to: whoever had been sent has been called back. */
  Stage goesBackTo() {
    return stage == Stage.DISPATCHED || stage == Stage.HANDLING ? Stage.FILED : stage;
  }
}
