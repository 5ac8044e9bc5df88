package org.gridward.dispatch;

import java.util.Map;
import org.gridward.shared.Problem;

/** No such step of an assignment. */
public final class StepUnknown extends Problem.NotFound {
  public StepUnknown(String step) {
    super(
        "step-unknown",
        "there is no step '%s'; there are received, opened, accept, refuse, arrive and done"
            .formatted(step),
        Map.of("step", step));
  }
}
