package org.gridward.bench.s6;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Deliveries of events to subscribers, counted, and how long each was on its way. Times are kept in
 * steps of 50 µs up to ten seconds. One thread writes, others may read the count.
 */
public final class Arrivals {

  private static final long STEP_NANOS = 50_000;
  private static final int STEPS = 200_000;

  private final long[] steps = new long[STEPS];
  private final AtomicLong count = new AtomicLong();

  /**
   * @param sentNanos when the event was made, by {@link System#nanoTime()} of this machine
   */
  void arrived(long sentNanos, long nowNanos) {
    long step = (nowNanos - sentNanos) / STEP_NANOS;
    steps[(int) Math.clamp(step, 0, STEPS - 1)]++;
    count.setRelease(count.getPlain() + 1);
  }

  public long count() {
    return count.getAcquire();
  }

  /** The share {@code q} (0 to 1) of all deliveries took no longer than this, in milliseconds. */
  public double millis(double q) {
    long wanted = (long) Math.ceil(q * count());
    long seen = 0;
    for (int step = 0; step < STEPS; step++) {
      seen += steps[step];
      if (seen >= wanted) {
        return (step + 1) * STEP_NANOS / 1e6;
      }
    }
    return 0;
  }
}
