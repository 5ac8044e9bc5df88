package org.gridward.dispatch;

import java.util.UUID;
import org.gridward.dispatch.ranking.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where dispatch stands with one incident.
 *
 * @param reason why it waited last in this round; null when it has not
 * @param round of asking, from 1; in one round nobody is asked twice
 * @param attempts offers made in this round
 */
record Work(UUID incidentId, State state, @Nullable Reason reason, int round, int attempts) {

  enum State {
    /** To be dispatched now. */
    DUE,
    /** In the operator's queue. */
    WAITING,
    /** Somebody has it. */
    ASSIGNED,
    /** Nothing to do: fed back, closed or dismissed. */
    ENDED
  }
}
