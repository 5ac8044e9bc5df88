package org.gridward.incident;

import java.util.Map;
import org.gridward.shared.Problem;

/** Nobody works at the incident any more. */
public final class IncidentHasEnded extends Problem.Conflict {

  IncidentHasEnded(long number, Stage stage) {
    super(
        "incident-has-ended",
        "#%d is %s; reopen it, or report anew".formatted(number, stage),
        Map.of("number", number, "stage", stage));
  }
}
