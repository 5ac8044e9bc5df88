package org.gridward.dispatch.web;

import java.time.Instant;
import java.util.UUID;
import org.gridward.dispatch.Assignment;
import org.gridward.dispatch.AssignmentState;
import org.jspecify.annotations.Nullable;

/** An assignment without its incident. */
record AssignmentView(
    UUID id,
    UUID incidentId,
    long workerId,
    AssignmentState state,
    Instant offeredAt,
    Instant expiresAt,
    @Nullable Instant receivedAt,
    @Nullable Instant openedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    int version) {

  static AssignmentView of(Assignment assignment) {
    return new AssignmentView(
        assignment.id(),
        assignment.incidentId(),
        assignment.workerId(),
        assignment.state(),
        assignment.offeredAt(),
        assignment.expiresAt(),
        assignment.receivedAt(),
        assignment.openedAt(),
        assignment.acceptedAt(),
        assignment.arrivedAt(),
        assignment.endedAt(),
        assignment.reason(),
        assignment.version());
  }
}
