package org.gridward.rulebook;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whom a case is escalated to, rung by rung.
 *
 * @param version from 1, raised by every change
 * @param rungs from the lowest; 1 to {@value #MOST_RUNGS}, those of one role each further up than
 *     the one before
 * @param validFrom since when they are in force
 */
public record EscalationRules(int version, List<EscalationRung> rungs, Instant validFrom) {

  static final int MOST_RUNGS = 12;

  public EscalationRules {
    rungs = List.copyOf(rungs);
    if (rungs.isEmpty() || rungs.size() > MOST_RUNGS) {
      throw new EscalationRejected(
          "rungs", "rungs (%d) must be 1 to %d".formatted(rungs.size(), MOST_RUNGS));
    }
    Map<EscalationRung.To, Integer> highest = new EnumMap<>(EscalationRung.To.class);
    for (EscalationRung rung : rungs) {
      Integer before = highest.put(rung.role(), rung.levelsUp());
      if (before != null && rung.levelsUp() <= before) {
        throw new EscalationRejected(
            "rungs",
            "a rung of %s %d levels up comes after one %d levels up; it must lie further up"
                .formatted(rung.role(), rung.levelsUp(), before));
      }
    }
  }
}
