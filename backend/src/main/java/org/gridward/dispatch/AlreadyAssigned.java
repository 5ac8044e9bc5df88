package org.gridward.dispatch;

import java.util.Map;
import java.util.UUID;
import org.gridward.shared.Problem;

/** The worker chosen by hand has the incident already. */
public final class AlreadyAssigned extends Problem.Conflict {
  AlreadyAssigned(long workerId, UUID assignmentId) {
    super(
        "already-assigned",
        "worker " + workerId + " has this incident already; recall it first to offer it anew",
        Map.of("workerId", workerId, "assignmentId", assignmentId));
  }
}
