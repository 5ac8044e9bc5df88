package org.gridward.tracking;

import java.util.Map;
import org.gridward.shared.Problem;

/** The sender is not a worker and names none. */
public final class NoWorker extends Problem.Forbidden {
  NoWorker() {
    super(
        "no-worker",
        "only a grid worker sends positions of their own; a gateway names the workerId of each",
        Map.of());
  }
}
