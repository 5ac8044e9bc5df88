package org.gridward.identity;

import java.util.List;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets, as the journal tells, what another process has changed about users and keys. */
@Component
@OnServer
class AccountTail implements SmartLifecycle {

  private final Journal journal;
  private final JournalTail tail;
  private final AccountCache cache;
  private final ApiKeys keys;
  private volatile boolean running;

  AccountTail(Journal journal, JournalTail tail, AccountCache cache, ApiKeys keys) {
    this.journal = journal;
    this.tail = tail;
    this.cache = cache;
    this.keys = keys;
  }

  private void read(List<JournalEntry> entries) {
    boolean keysChanged = false;
    for (JournalEntry entry : entries) {
      if (entry.kind().equals("user.changed")) {
        cache.forget(Long.parseLong(entry.subject().id()));
        keysChanged |= entry.payload().has("keyId");
      }
    }
    if (keysChanged) {
      keys.forget();
    }
  }

  @Override
  public void start() {
    tail.subscribe(journal.head(), this::read); // the tail closes it with itself
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
