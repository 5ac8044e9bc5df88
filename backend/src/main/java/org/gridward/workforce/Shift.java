package org.gridward.workforce;

import java.time.Duration;
import java.time.Instant;

/** A worker's planned time on duty, from (inclusive) to (exclusive). */
public record Shift(long id, long workerId, Instant from, Instant to) {

  private static final Duration LONGEST = Duration.ofHours(48);

  /** A shift to be planned, from (inclusive) to (exclusive). */
  public record Plan(Instant from, Instant to) {

    /** True when it begins before it ends and lasts at most 48 hours. */
    public boolean isPossible() {
      return from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST) <= 0;
    }

    /** True when both hold some moment. */
    public boolean overlaps(Plan other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }
  }

  /** Its times. */
  public Plan plan() {
    return new Plan(from, to);
  }

  /** True when {@code at} lies inside. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
