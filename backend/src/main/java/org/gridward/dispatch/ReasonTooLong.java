package org.gridward.dispatch;

import java.util.Map;
import org.gridward.shared.Problem;

/** A reason is a sentence or two. */
public final class ReasonTooLong extends Problem.Rejected {
  ReasonTooLong(int length, int longest) {
    super(
        "reason-too-long",
        "reason (%d characters) must have at most %d".formatted(length, longest),
        Map.of("field", "reason", "longest", longest));
  }
}
