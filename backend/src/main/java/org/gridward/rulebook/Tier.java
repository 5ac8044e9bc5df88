package org.gridward.rulebook;

/** Whom dispatch asks, one tier after the other. */
public enum Tier {
  /** The person who answers for the cell. */
  MAIN,
  /** Those who stand in for that person. */
  BACKUP,
  /** The nearest on duty in the same wider area who have the skill. */
  NEARBY
}
