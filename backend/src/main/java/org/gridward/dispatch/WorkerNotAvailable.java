package org.gridward.dispatch;

import java.util.Map;
import org.gridward.shared.Problem;

/** Nobody active has this id in the areas the operator sees. */
public final class WorkerNotAvailable extends Problem.Rejected {
  public WorkerNotAvailable(long workerId) {
    super(
        "worker-unknown",
        "there is no active worker " + workerId + " that you can assign; see the candidates",
        Map.of("workerId", workerId));
  }
}
