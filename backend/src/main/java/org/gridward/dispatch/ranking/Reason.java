package org.gridward.dispatch.ranking;

/** Why a decision came out as it did. The words are in {@code words*.properties}. */
public enum Reason {
  /** The one who answers for the cell is on duty. */
  MAIN(true, false),
  /** Somebody who stands in. */
  BACKUP(true, false),
  /** The nearest of the area. */
  NEAREST(true, false),
  /** Somebody of the area whose position is unknown. */
  NEARBY_UNPLACED(true, false),
  /** Nobody had room, and the incident is critical. */
  OVER_CAPACITY(true, false),
  /** An operator chose. */
  BY_HAND(true, false),
  /** The incident lies outside every cell, or its place is unknown. */
  NO_CELL(false, false),
  /** Nobody answers for the cell, and nobody near is on duty. */
  NOBODY_RESPONSIBLE(false, true),
  /** Those who answer for the cell are off duty, and nobody near is on. */
  NOBODY_ON_DUTY(false, true),
  /** Everybody who could be asked has their hands full. */
  ALL_FULL(false, true),
  /** Those on duty nearby lack the skill. */
  NOBODY_SKILLED(false, true),
  /** Everybody who could be asked has been asked. */
  ALL_ASKED(false, true),
  /** The rules end the round after so many offers. */
  ATTEMPTS_EXHAUSTED(false, false),
  /** An operator took the incident back and keeps it. */
  HELD_BY_OPERATOR(false, false);

  private final boolean offered;
  private final boolean retried;

  Reason(boolean offered, boolean retried) {
    this.offered = offered;
    this.retried = retried;
  }

  /** Somebody was asked. */
  public boolean offered() {
    return offered;
  }

  /** Somebody is asked who has their hands full. */
  public boolean beyondCapacity() {
    return this == OVER_CAPACITY || this == BY_HAND;
  }

  /** The incident waits, and is tried again when somebody comes on duty or gets free. */
  public boolean retried() {
    return retried;
  }
}
