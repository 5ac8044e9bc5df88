package org.gridward.bench.s6;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The measurements of S6, the same for every server: as fast as it goes, and at a fixed pace. */
public final class Fanout {

  private static final int BATCH = 50; // events published together
  private static final int AHEAD = 4; // batches that may be under way
  private static final long QUIET_MILLIS = 300;
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);

  private Fanout() {}

  /**
   * Deliveries a second when the next batch is published as soon as an earlier one has reached
   * everybody, so that no server is judged by how it fails.
   */
  public static double peak(Audience audience, Publisher publisher, int events) throws Exception {
    Arrivals arrivals = audience.countAnew();
    long start = System.nanoTime();
    for (int sent = 0; sent < events; sent += BATCH) {
      awaitCount(audience, arrivals, (long) (sent - AHEAD * BATCH) * audience.size());
      publisher.publish(BATCH);
    }
    long all = (long) events * audience.size();
    awaitCount(audience, arrivals, all);
    long end = System.nanoTime();
    requireNoMore(arrivals, all);
    return all / ((end - start) / 1e9);
  }

  /** Events one by one at {@code perSecond}; answers the times of their deliveries. */
  public static Arrivals paced(Audience audience, Publisher publisher, int perSecond, int seconds)
      throws Exception {
    Arrivals arrivals = audience.countAnew();
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long start = System.nanoTime();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = start + i * gap;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      publisher.publish(1);
    }
    long all = (long) perSecond * seconds * audience.size();
    awaitCount(audience, arrivals, all);
    requireNoMore(arrivals, all);
    return arrivals;
  }

  /** A count that ran past its end was of something else than events. */
  private static void requireNoMore(Arrivals arrivals, long count)
      throws IOException, InterruptedException {
    Thread.sleep(QUIET_MILLIS);
    if (arrivals.count() != count) {
      throw new IOException("%d deliveries instead of %d".formatted(arrivals.count(), count));
    }
  }

  private static void awaitCount(Audience audience, Arrivals arrivals, long count)
      throws IOException {
    long limit = System.nanoTime() + LIMIT;
    while (arrivals.count() < count) {
      if (audience.lost() > 0 || System.nanoTime() > limit) {
        throw new IOException(
            "%d of %d deliveries came; %d subscribers were cut"
                .formatted(arrivals.count(), count, audience.lost()));
      }
      LockSupport.parkNanos(200_000);
    }
  }
}
