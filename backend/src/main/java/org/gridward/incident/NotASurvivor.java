package org.gridward.incident;

import java.util.Map;
import org.gridward.shared.Problem;

/** Nothing can be merged into this incident. */
public final class NotASurvivor extends Problem.Conflict {

  private NotASurvivor(String why, long number, Stage stage) {
    super(
        "not-a-survivor",
        "nothing can be merged into #%d (%s): %s".formatted(number, stage, why),
        Map.of("number", number, "stage", stage));
  }

  public static NotASurvivor of(CompactIncident into, boolean itself) {
    String why =
        itself
            ? "it is the incident itself"
            : into.stage() == Stage.MERGED
                ? "it is a duplicate itself; merge into the one it belongs to"
                : "it has ended; reopen it first";
    return new NotASurvivor(why, into.number(), into.stage());
  }
}
