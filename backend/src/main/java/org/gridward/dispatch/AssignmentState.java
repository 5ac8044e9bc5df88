package org.gridward.dispatch;

import java.util.EnumSet;
import java.util.Set;

/** Where an {@link Assignment} stands. */
public enum AssignmentState {
  /** The worker has been asked. */
  OFFERED,
  /** The worker will go. */
  ACCEPTED,
  /** The worker is there. */
  ARRIVED,
  /** Handled; the incident is fed back. */
  DONE,
  /** The worker said no. */
  REFUSED,
  /** The worker did not answer in time. */
  EXPIRED,
  /** Taken back: by an operator, or because the incident ended or moved. */
  RECALLED;

  private static final Set<AssignmentState> ACTIVE = EnumSet.of(OFFERED, ACCEPTED, ARRIVED);

  /** An incident has at most one active assignment; it counts against the worker's capacity. */
  public boolean active() {
    return ACTIVE.contains(this);
  }
}
