package org.gridward.workforce;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The roster as of the last commit. Rows are read and the roster is swapped under one lock, after
 * the commit that changed them, so an older state never replaces a newer one.
 */
@Component
class LiveRoster {

  private static final int RATHER_ALL = 500;

  private final RosterRows rows;
  private final Clock clock;
  private final Object lock = new Object();
  private volatile @Nullable Roster current;

  LiveRoster(RosterRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  Roster current() {
    Roster known = current;
    return known != null ? known : reload();
  }

  Roster reload() {
    synchronized (lock) {
      Roster loaded = Roster.of(rows.listWorkers(null, clock.instant()), rows.listPosts(null));
      current = loaded;
      return loaded;
    }
  }

  /** Reads these workers and cells again. */
  void refresh(Set<Long> workerIds, Set<Long> cellIds) {
    synchronized (lock) {
      Roster known = current;
      if (known == null || workerIds.size() + cellIds.size() > RATHER_ALL) {
        reload();
        return;
      }
      current =
          known.with(
              workerIds,
              workerIds.isEmpty() ? List.of() : rows.listWorkers(workerIds, clock.instant()),
              cellIds,
              cellIds.isEmpty() ? List.of() : rows.listPosts(cellIds));
    }
  }

  void refreshWorkerAfterCommit(long workerId) {
    refreshAfterCommit(Set.of(workerId), Set.of());
  }

  void refreshCellAfterCommit(long cellId) {
    refreshAfterCommit(Set.of(), Set.of(cellId));
  }

  private void refreshAfterCommit(Set<Long> workerIds, Set<Long> cellIds) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      refresh(workerIds, cellIds);
      return;
    }
    Pending pending =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .filter(Pending.class::isInstance)
            .map(Pending.class::cast)
            .findFirst()
            .orElseGet(this::pending);
    pending.workerIds.addAll(workerIds);
    pending.cellIds.addAll(cellIds);
  }

  private Pending pending() {
    Pending pending = new Pending();
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  /** What one transaction has changed; first in line, so that whoever is woken reads it. */
  private final class Pending implements TransactionSynchronization, Ordered {
    private final Set<Long> workerIds = new HashSet<>();
    private final Set<Long> cellIds = new HashSet<>();

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
      refresh(workerIds, cellIds);
    }
  }
}
