package org.gridward.grid;

/** What cells of an area can share evenly. */
public enum Weight {
  /** Each that was reported in a stretch of time counts one. */
  INCIDENTS,
  /** As imported ({@link Residents}). */
  HOUSEHOLDS,
  /** As imported ({@link Residents}). */
  PEOPLE,
  /** Each address of the gazetteer counts one. */
  ADDRESSES
}
