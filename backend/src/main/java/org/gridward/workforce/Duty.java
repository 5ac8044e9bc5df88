package org.gridward.workforce;

/** What decides whether a worker is on duty. */
public enum Duty {
  /** On, by hand. */
  ON,
  /** Off, by hand. */
  OFF,
  /** On inside a shift, off outside. */
  SCHEDULED
}
