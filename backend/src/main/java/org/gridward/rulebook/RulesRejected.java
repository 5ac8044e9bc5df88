package org.gridward.rulebook;

import java.util.Map;
import org.gridward.shared.Problem;

/** What was to be published are no rules of dispatch. */
public final class RulesRejected extends Problem.Rejected {
  public RulesRejected(String field, String message) {
    super("dispatch-rules-rejected", message, Map.of("field", field));
  }
}
