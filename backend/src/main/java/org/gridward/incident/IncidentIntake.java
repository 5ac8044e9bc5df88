package org.gridward.incident;

import java.util.List;
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

  /**
   * Stores past incidents durably, all of them in one transaction, and answers in their order. Each
   * is checked as a single report is; one that was closed is stored as closed at its time, with the
   * journal entries of its whole way, and nobody is sent for it. What repeats a key is not stored
   * again. Never call it inside a transaction.
   *
   * @param incidents a few hundred to a few thousand at a time
   */
  public List<Taken> acceptPast(List<PastIncident> incidents) {
    return committer.acceptPast(incidents);
  }
}
