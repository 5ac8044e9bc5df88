package org.gridward.rulebook;

import java.util.List;

/**
 * The order in which dispatch asks, and its limits.
 *
 * @param version from 1, raised by every change; kept with each decision
 * @param ladder the tiers, asked in this order; never empty, none twice
 * @param nearbyLevelsUp how many levels above the cell {@link Tier#NEARBY} looks: 1 is the cell's
 *     parent area; 1 to 10
 * @param maxAttempts offers after which the incident goes to the operator's queue; 1 to 100
 */
public record DispatchRules(int version, List<Tier> ladder, int nearbyLevelsUp, int maxAttempts) {

  public DispatchRules {
    ladder = List.copyOf(ladder);
    if (ladder.isEmpty() || ladder.stream().distinct().count() < ladder.size()) {
      throw new RulesRejected(
          "ladder", "ladder (%s) must name one to three different tiers".formatted(ladder));
    }
    check("nearbyLevelsUp", nearbyLevelsUp, 10);
    check("maxAttempts", maxAttempts, 100);
  }

  private static void check(String field, int value, int highest) {
    if (value < 1 || value > highest) {
      throw new RulesRejected(field, "%s (%d) must be 1 to %d".formatted(field, value, highest));
    }
  }
}
