package org.gridward.dispatch;

import java.time.Duration;
import java.util.Map;
import org.gridward.shared.Problem;

/** It cannot be undone any more. */
public final class NotUndone extends Problem.Conflict {

  private NotUndone(String code, String message, Map<String, Object> fields) {
    super(code, message, fields);
  }

  static NotUndone nothing() {
    return new NotUndone("nothing-to-undo", "nobody has done anything here to undo", Map.of());
  }

  static NotUndone movedOn(LastAct act) {
    return new NotUndone(
        "moved-on",
        "it has gone on since: the last thing was '%s'; look again".formatted(act.kind()),
        Map.of("kind", act.kind(), "by", act.entry().actor()));
  }

  static NotUndone tooLate(Duration within) {
    return new NotUndone(
        "too-late-to-undo",
        "it can be undone for %d seconds; use the ordinary steps".formatted(within.toSeconds()),
        Map.of("seconds", within.toSeconds()));
  }
}
