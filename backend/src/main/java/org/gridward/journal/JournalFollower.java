package org.gridward.journal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps something in memory that is read from tables: reads it when the server starts, and again
 * whenever the journal tells of a change, in whatever process that was made.
 */
public abstract class JournalFollower implements SmartLifecycle {

  private final JournalTail tail;
  private final Set<String> kinds;
  private @Nullable TailSubscription subscription;

  /**
   * @param kinds the journal's kinds of entry after which the tables must be read again
   */
  protected JournalFollower(JournalTail tail, Set<String> kinds) {
    this.tail = tail;
    this.kinds = kinds;
  }

  /** Reads the tables. One call at a time; one that throws is repeated. */
  protected abstract void reload();

  @Override
  public final void start() {
    Cursor from = tail.position(); // before reading, so that no change falls between
    reload();
    subscription = tail.subscribe(from, this::read);
  }

  private void read(List<JournalEntry> entries) {
    List<JournalEntry> relevant = entries.stream().filter(this::concerns).toList();
    if (!relevant.isEmpty()) {
      follow(relevant);
    }
  }

  /** Whether what is kept depends on the entry: by its kind, unless a follower knows better. */
  protected boolean concerns(JournalEntry entry) {
    return kinds.contains(entry.kind());
  }

  /**
   * Brings what is kept up to these entries: by reading everything again, unless a follower can do
   * with less. One call at a time; one that throws is repeated.
   */
  protected void follow(List<JournalEntry> entries) {
    reload();
  }

  @Override
  public final void stop() {
    TailSubscription open = subscription;
    if (open != null) {
      open.close();
      subscription = null;
    }
  }

  @Override
  public final boolean isRunning() {
    return subscription != null;
  }

  /** After the tail. */
  @Override
  public final int getPhase() {
    return tail.getPhase() + 1;
  }
}
