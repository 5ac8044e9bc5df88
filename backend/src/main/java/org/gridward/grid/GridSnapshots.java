package org.gridward.grid;

import java.util.concurrent.atomic.AtomicLong;
import org.gridward.grid.store.AreasWritten;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Holds the current {@link GridSnapshot}. After a change made by this process the next reader gets
 * a new one, so whoever has written reads what was written; changes made elsewhere arrive by {@link
 * #reload}, and readers keep the old one until the new one is whole.
 */
@Component
class GridSnapshots {

  private final GridRows rows;
  private final AtomicLong writes = new AtomicLong();
  private volatile @Nullable Held held;

  GridSnapshots(GridRows rows) {
    this.rows = rows;
  }

  /**
   * @param writes how many this process had made, at least, when reading began
   */
  private record Held(GridSnapshot snapshot, long writes) {}

  GridSnapshot current() {
    Held known = held;
    return known == null || known.writes < writes.get() ? catchUp() : known.snapshot;
  }

  private synchronized GridSnapshot catchUp() {
    Held known = held;
    return known == null || known.writes < writes.get() ? reload() : known.snapshot;
  }

  /** Reads the tables again; what was committed before the call is in the answer. */
  synchronized GridSnapshot reload() {
    long before = writes.get(); // what commits while we read may not be in what we read
    GridSnapshot read = new GridSnapshot(rows.readAll());
    held = new Held(read, before);
    return read;
  }

  @TransactionalEventListener(AreasWritten.class)
  void outdate() {
    writes.incrementAndGet();
  }
}
