package org.gridward.dispatch;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the {@link Dispatcher} of this process: there is due work, or these workers might take some
 * of what waits. A missed ring costs time, never work: the dispatcher also looks by itself.
 */
@Component
class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Set<Long> freed = new HashSet<>();
  private boolean due;

  /** After this transaction has committed: there is due work. */
  void ringAfterCommit() {
    afterCommit(() -> ring(Set.of()));
  }

  /** After this transaction has committed: the worker has room, or is there. */
  void freeAfterCommit(long workerId) {
    afterCommit(() -> ring(Set.of(workerId)));
  }

  void ring(Set<Long> workers) {
    lock.lock();
    try {
      freed.addAll(workers);
      due = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a ring, at most so long; then tells who might take something. */
  Set<Long> await(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!due && left > 0) {
        left = rung.awaitNanos(left);
      }
      due = false;
      return takeFreed();
    } finally {
      lock.unlock();
    }
  }

  /** Who might take something, each told once. */
  Set<Long> takeFreed() {
    lock.lock();
    try {
      Set<Long> workers = Set.copyOf(freed);
      freed.clear();
      return workers;
    } finally {
      lock.unlock();
    }
  }

  private static void afterCommit(Runnable action) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
