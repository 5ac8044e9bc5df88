package org.gridward.dispatch;

import java.util.Map;
import org.gridward.shared.Problem;

/** The caller is no grid worker and has no assignments. */
public final class NotAWorker extends Problem.Forbidden {
  public NotAWorker() {
    super(
        "not-a-worker",
        "you are not entered as a grid worker; an administrator can take you on",
        Map.of());
  }
}
