package org.gridward.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident given to one worker, and what became of it.
 *
 * @param round the round of asking that it counts in
 * @param expiresAt until when the offer can be accepted
 * @param receivedAt when the worker's phone had it
 * @param openedAt when the worker had looked at it
 * @param reason why it was refused or recalled; what was found, when done
 * @param version grows with every change
 */
public record Assignment(
    UUID id,
    UUID incidentId,
    long workerId,
    AssignmentState state,
    UUID decisionId,
    int round,
    Instant offeredAt,
    Instant expiresAt,
    @Nullable Instant receivedAt,
    @Nullable Instant openedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    int version) {

  /** Offered just now. */
  static Assignment offered(
      UUID id, UUID incidentId, long workerId, UUID decisionId, int round, Instant at, Instant to) {
    return new Assignment(
        id,
        incidentId,
        workerId,
        AssignmentState.OFFERED,
        decisionId,
        round,
        at,
        to,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /** The phone has it. */
  Assignment received(Instant at) {
    return receivedAt != null ? this : next(state, at, openedAt, acceptedAt, arrivedAt);
  }

  /** The worker has looked at it. */
  Assignment opened(Instant at) {
    return openedAt != null ? this : next(state, receivedAt, at, acceptedAt, arrivedAt);
  }

  /** The worker will go. */
  Assignment accepted(Instant at) {
    return next(AssignmentState.ACCEPTED, receivedAt, openedAt, at, arrivedAt);
  }

  /** The worker is there. */
  Assignment arrived(Instant at) {
    return next(AssignmentState.ARRIVED, receivedAt, openedAt, acceptedAt, at);
  }

  /** It is over; {@code countedIn} is the round in which the worker counts as asked. */
  Assignment ended(AssignmentState how, Instant at, @Nullable String why, int countedIn) {
    return new Assignment(
        id,
        incidentId,
        workerId,
        how,
        decisionId,
        countedIn,
        offeredAt,
        expiresAt,
        receivedAt,
        openedAt,
        acceptedAt,
        arrivedAt,
        at,
        why,
        version + 1);
  }

  private Assignment next(
      AssignmentState now,
      @Nullable Instant received,
      @Nullable Instant opened,
      @Nullable Instant accepted,
      @Nullable Instant arrived) {
    return new Assignment(
        id,
        incidentId,
        workerId,
        now,
        decisionId,
        round,
        offeredAt,
        expiresAt,
        received,
        opened,
        accepted,
        arrived,
        endedAt,
        reason,
        version + 1);
  }
}
