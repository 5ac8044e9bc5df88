package org.gridward.rulebook;

import java.util.Map;
import org.gridward.shared.Problem;

/** What was to be published are no rules of escalation. */
public final class EscalationRejected extends Problem.Rejected {
  public EscalationRejected(String field, String message) {
    super("escalation-rules-rejected", message, Map.of("field", field));
  }
}
