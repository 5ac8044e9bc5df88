package org.gridward.grid;

import java.util.List;
import java.util.Map;
import org.gridward.shared.Problem;

/** The tree has no level with this code. */
public final class LevelUnknown extends Problem.Rejected {
  public LevelUnknown(String level, List<String> known) {
    super(
        "level-unknown",
        "there is no level %s; there are %s".formatted(level, String.join(", ", known)),
        Map.of("field", "level"));
  }
}
