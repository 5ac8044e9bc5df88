package org.gridward.incident;

import java.util.EnumSet;
import java.util.Set;

/** How far an incident has come. The moves between stages are {@link Command}s. */
public enum Stage {
  /** Taken in; an operator has yet to decide whether it is a case. */
  COLLECTED,
  /** A case with a time limit; waits for somebody to be sent. */
  FILED,
  /** Offered to a worker, or accepted by one who is on the way. */
  DISPATCHED,
  /** A worker is on site. */
  HANDLING,
  /** The worker says it is done; an operator has yet to verify. */
  FED_BACK,
  /** Verified, or settled without a worker. */
  CLOSED,
  /** Closed and rated. */
  EVALUATED,
  /** Not a case. */
  DISMISSED,
  /** A duplicate of another incident, whose state counts for it ({@link Duplicates}). */
  MERGED;

  /** The stages in which something is still to be done. */
  public static final Set<Stage> OPEN = EnumSet.range(COLLECTED, FED_BACK);

  public boolean open() {
    return OPEN.contains(this);
  }
}
