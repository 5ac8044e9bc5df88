package org.gridward.shared;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How a count came to be what it is, minute by minute: told when it rose and fell, it answers the
 * counts backwards from the present one. Not thread-safe.
 */
public final class Trend {

  private final long[] changes;

  /**
   * @param minutes how far it looks back
   */
  public Trend(int minutes) {
    this.changes = new long[minutes];
  }

  /**
   * The count rose.
   *
   * @param minutesAgo whole minutes; what lies outside the time changes nothing
   */
  public void rose(int minutesAgo, long by) {
    if (minutesAgo >= 0 && minutesAgo < changes.length) {
      changes[changes.length - 1 - minutesAgo] += by;
    }
  }

  /** The count fell. */
  public void fell(int minutesAgo, long by) {
    rose(minutesAgo, -by);
  }

  /** The counts at the beginning of the first minute and at the end of each, the oldest first. */
  public List<Long> endingWith(long present) {
    long[] counts = new long[changes.length + 1];
    counts[changes.length] = present;
    for (int i = changes.length - 1; i >= 0; i--) {
      counts[i] = counts[i + 1] - changes[i];
    }
    return LongStream.of(counts).boxed().toList();
  }
}
