package org.gridward.journal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; any number of signals before it waits count as one. */
class Signal {

  private final Semaphore given = new Semaphore(0);

  void give() {
    if (given.availablePermits() == 0) {
      given.release();
    }
  }

  /** Waits for a signal; true when one came, false when {@code limit} passed. */
  boolean await(Duration limit) throws InterruptedException {
    boolean came = given.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    given.drainPermits();
    return came;
  }
}
