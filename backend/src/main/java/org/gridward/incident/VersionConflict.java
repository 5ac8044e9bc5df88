package org.gridward.incident;

import java.util.Map;
import org.gridward.shared.Problem;

/** Somebody else changed the incident since the caller looked at it. */
public final class VersionConflict extends Problem.Conflict {

  public VersionConflict(int expected, int current, Stage stage) {
    super(
        "version-conflict",
        "the incident has changed since you read it (your version %d, now %d, %s); look again"
            .formatted(expected, current, stage),
        Map.of("expected", expected, "version", current, "stage", stage));
  }
}
