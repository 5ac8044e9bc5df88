package org.gridward.workforce;

import java.time.Instant;

/** A worker's planned time on duty, from (inclusive) to (exclusive). */
public record Shift(long id, long workerId, Instant from, Instant to) {

  /** True when {@code at} lies inside. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
