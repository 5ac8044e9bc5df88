package org.gridward.dispatch.ranking;

/** What became of asking somebody about this incident before, in the present round. */
public enum Asked {
  /** Not asked yet. */
  NO,
  /** Said no. */
  REFUSED,
  /** Let the offer run out. */
  EXPIRED,
  /** An operator took it back. */
  RECALLED
}
