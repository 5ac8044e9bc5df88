package org.gridward.rulebook;

/**
 * Whom a case is escalated to on one rung.
 *
 * @param levelsUp how many levels above the cell: 1 is the cell's parent area; beyond the top it is
 *     the whole installation; 1 to 10
 * @param role who is meant there
 */
public record EscalationRung(int levelsUp, To role) {

  /** Whose business it becomes. */
  public enum To {
    OPERATOR,
    LEADER
  }

  public EscalationRung {
    if (levelsUp < 1 || levelsUp > 10) {
      throw new EscalationRejected("levelsUp", "levelsUp (%d) must be 1 to 10".formatted(levelsUp));
    }
  }
}
