package org.gridward.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries, in order and bounded in number, so that a reader who is nearly caught up
 * needs no query. Thread-safe.
 */
class RecentEntries {

  private final JournalEntry[] ring;
  private Cursor floor;
  private long first;
  private long next;

  /**
   * Empty.
   *
   * @param floor everything after it that is read is added here
   */
  RecentEntries(int capacity, Cursor floor) {
    this.ring = new JournalEntry[capacity];
    this.floor = floor;
  }

  synchronized void add(List<JournalEntry> newer) {
    for (JournalEntry entry : newer) {
      if (next - first == ring.length) {
        floor = at(first++).cursor();
      }
      ring[slot(next++)] = entry;
    }
    notifyAll();
  }

  /** At most {@code limit} entries after {@code cursor}; null when some are no longer here. */
  synchronized @Nullable List<JournalEntry> after(Cursor cursor, int limit) {
    if (cursor.compareTo(floor) < 0) {
      return null;
    }
    long from = firstAfter(cursor);
    long to = Math.min(next, from + limit);
    List<JournalEntry> found = new ArrayList<>((int) (to - from));
    for (long n = from; n < to; n++) {
      found.add(at(n));
    }
    return found;
  }

  /** Waits until there is an entry after {@code cursor}. */
  synchronized void awaitAfter(Cursor cursor) throws InterruptedException {
    while (!newest().isAfter(cursor)) {
      wait();
    }
  }

  /** The place of the last entry that was added, or where it all began. */
  synchronized Cursor newest() {
    return next == first ? floor : at(next - 1).cursor();
  }

  private long firstAfter(Cursor cursor) {
    long low = first;
    long high = next;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (at(middle).cursor().isAfter(cursor)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private JournalEntry at(long n) {
    return ring[slot(n)];
  }

  private int slot(long n) {
    return (int) (n % ring.length);
  }
}
