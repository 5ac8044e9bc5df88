package org.gridward.workforce;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the roster in step with what other processes change, as the journal tells it. */
@Component
@OnServer
class RosterTail implements SmartLifecycle {

  private final Journal journal;
  private final JournalTail tail;
  private final LiveRoster roster;
  private volatile boolean running;

  RosterTail(Journal journal, JournalTail tail, LiveRoster roster) {
    this.journal = journal;
    this.tail = tail;
    this.roster = roster;
  }

  private void read(List<JournalEntry> entries) {
    Set<Long> workers = new HashSet<>();
    Set<Long> cells = new HashSet<>();
    for (JournalEntry entry : entries) {
      switch (entry.kind()) {
        case "worker.changed", "duty.changed" -> workers.add(Long.valueOf(entry.subject().id()));
        case "responsibility.changed" -> cells.add(Long.valueOf(entry.subject().id()));
        default -> {}
      }
    }
    if (!workers.isEmpty() || !cells.isEmpty()) {
      roster.refresh(workers, cells);
    }
  }

  @Override
  public void start() {
    Cursor from = journal.head();
    roster.reload(); // holds everything up to 'from', perhaps more; later entries only repeat
    tail.subscribe(from, this::read);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the tail, before anything is served. */
  @Override
  public int getPhase() {
    return -900;
  }
}
