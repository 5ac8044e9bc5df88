package org.gridward.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the readers in this process that a transaction with entries has committed. */
@Component
class JournalWake {

  private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
  private final TransactionSynchronization announcement = new Announcement();

  /** Runs {@code sleeper} after each such commit, on the committing thread: it must only signal. */
  void add(Runnable sleeper) {
    sleepers.add(sleeper);
  }

  /** Announces the current transaction's commit, once however often it is asked. */
  void afterCommit() {
    if (!TransactionSynchronizationManager.getSynchronizations().contains(announcement)) {
      TransactionSynchronizationManager.registerSynchronization(announcement);
    }
  }

  private class Announcement implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      sleepers.forEach(Runnable::run);
    }
  }
}
