package org.gridward.dispatch;

import java.time.Instant;
import java.util.UUID;

/** An assignment as journal entries show it. */
record AssignmentSummary(
    UUID id,
    UUID incidentId,
    long workerId,
    AssignmentState state,
    Instant offeredAt,
    Instant expiresAt,
    int version) {

  static AssignmentSummary of(Assignment assignment) {
    return new AssignmentSummary(
        assignment.id(),
        assignment.incidentId(),
        assignment.workerId(),
        assignment.state(),
        assignment.offeredAt(),
        assignment.expiresAt(),
        assignment.version());
  }
}
