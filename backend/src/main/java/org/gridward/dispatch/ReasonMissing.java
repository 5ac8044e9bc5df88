package org.gridward.dispatch;

import java.util.Map;
import org.gridward.shared.Problem;

/** Said without why. */
public final class ReasonMissing extends Problem.Rejected {
  ReasonMissing(String command) {
    super(
        "reason-missing",
        "'" + command + "' needs a reason of at least one word, so that the next can act on it",
        Map.of("field", "reason", "command", command));
  }
}
