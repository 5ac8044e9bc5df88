package org.gridward.identity;

/** What a user may do; always held within an area ({@link Grant}). No role implies another. */
public enum Role {
  /** Takes in, decides and dispatches incidents. */
  OPERATOR,
  /** Goes out and handles them. */
  GRID_WORKER,
  /** Watches an area and evaluates. */
  LEADER,
  /** Keeps areas, people, rules and users. */
  ADMINISTRATOR,
  /** A screen on a wall: reads what it shows, nothing personal, and changes nothing. */
  WALL
}
