package org.gridward.rulebook;

import java.util.List;

/**
 * The order in which dispatch asks, and its limits.
 *
 * @param version from 1, raised by every change; kept with each decision
 * @param ladder the tiers, asked in this order; never empty
 * @param nearbyLevelsUp how many levels above the cell {@link Tier#NEARBY} looks: 1 is the cell's
 *     parent area; at least 1
 * @param maxAttempts offers after which the incident goes to the operator's queue; at least 1
 */
public record DispatchRules(int version, List<Tier> ladder, int nearbyLevelsUp, int maxAttempts) {

  public DispatchRules {
    ladder = List.copyOf(ladder);
    if (ladder.isEmpty() || nearbyLevelsUp < 1 || maxAttempts < 1) {
      throw new IllegalArgumentException("dispatch rules " + version + " ask nobody");
    }
  }
}
