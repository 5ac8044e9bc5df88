package org.gridward.incident;

/** What is known of an incident's place. */
public enum Placement {
  /** In a cell, which answers for it. */
  IN_CELL,
  /** A point outside every cell; only an operator of the whole installation sees it. */
  OUTSIDE,
  /** Words only; an operator must put it on the map. */
  NEEDS_LOCATING
}
