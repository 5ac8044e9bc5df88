package org.gridward.rulebook;

import java.util.Map;
import org.gridward.shared.Problem;

/** Somebody else has published rules of escalation since they were read. */
final class EscalationMoved extends Problem.Conflict {
  EscalationMoved(int basis, int current) {
    super(
        "escalation-rules-moved-on",
        "the rules of escalation are at version %d, not %d; read them again"
            .formatted(current, basis),
        Map.of("version", current));
  }
}
