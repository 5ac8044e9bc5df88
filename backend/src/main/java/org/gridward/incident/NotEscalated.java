package org.gridward.incident;

import java.util.Map;
import org.gridward.shared.Problem;

/** There is no escalation to take back, or nobody further up. */
public final class NotEscalated extends Problem.Conflict {

  private NotEscalated(String code, String message, long number) {
    super(code, message, Map.of("number", number));
  }

  public static NotEscalated atAll(long number) {
    return new NotEscalated("not-escalated", "#%d was not escalated".formatted(number), number);
  }

  public static NotEscalated further(long number) {
    return new NotEscalated(
        "nobody-further-up",
        "there is nobody further up to whom #%d could be escalated".formatted(number),
        number);
  }
}
