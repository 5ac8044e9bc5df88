package org.gridward.rulebook;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Holds the current {@link RulebookSnapshot}. After a change made by this process the next reader
 * gets a new one; changes made elsewhere arrive by {@link #reload}.
 */
@Component
class RulebookSnapshots {

  private final RulebookRows rows;
  private final AtomicLong writes = new AtomicLong();
  private volatile @Nullable Held held;

  RulebookSnapshots(RulebookRows rows) {
    this.rows = rows;
  }

  /**
   * @param writes how many this process had made, at least, when reading began
   */
  private record Held(RulebookSnapshot snapshot, long writes) {}

  RulebookSnapshot current() {
    Held known = held;
    return known == null || known.writes < writes.get() ? catchUp() : known.snapshot;
  }

  private synchronized RulebookSnapshot catchUp() {
    Held known = held;
    return known == null || known.writes < writes.get() ? reload() : known.snapshot;
  }

  /** Reads the tables again; what was committed before the call is in the answer. */
  synchronized RulebookSnapshot reload() {
    long before = writes.get(); // what commits while we read may not be in what we read
    RulebookSnapshot read = new RulebookSnapshot(rows.listVersions(), rows.latestDispatchRules());
    held = new Held(read, before);
    return read;
  }

  @TransactionalEventListener(RulesWritten.class)
  void outdate() {
    writes.incrementAndGet();
  }
}
