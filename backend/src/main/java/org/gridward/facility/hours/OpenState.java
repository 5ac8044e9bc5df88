package org.gridward.facility.hours;

/** Whether a place is open at a moment. */
public enum OpenState {
  OPEN,
  CLOSED,
  /** The hours are not known, or depend on what is not known here (decision 0260). */
  UNKNOWN
}
