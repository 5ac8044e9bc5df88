package org.gridward.incident;

import org.gridward.incident.intake.ReportCommitter;
import org.springframework.stereotype.Service;

/** Takes reports in: one incident each, committed with its journal entries before it answers. */
@Service
public class IncidentIntake {

  private final ReportCommitter committer;

  IncidentIntake(ReportCommitter committer) {
    this.committer = committer;
  }

  /**
   * Stores the report durably and answers. Blocks until its transaction has committed; concurrent
   * reports share one. Never call it inside a transaction.
   *
   * @throws ReportRejected when it cannot be taken as it is
   * @throws IdempotencyKeyReused when its key stood for a different report before
   */
  public Receipt accept(NewReport report) {
    return committer.accept(report);
  }
}
