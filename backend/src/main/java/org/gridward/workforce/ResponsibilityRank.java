package org.gridward.workforce;

/** In which order those who answer for a cell are asked. */
public enum ResponsibilityRank {
  /** The one who answers for the cell; at most one at a time. */
  MAIN,
  /** Stands in. */
  BACKUP
}
