package org.gridward.rulebook;

import java.util.List;
import java.util.Set;
import org.gridward.journal.Cursor;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.journal.TailSubscription;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the tables again when the journal says that rules have changed, wherever that was done. */
@Component
@OnServer
class RulebookFollower implements SmartLifecycle {

  private static final Set<String> KINDS = Set.of("category.changed", "dispatch_rules.changed");

  private final JournalTail tail;
  private final RulebookSnapshots snapshots;
  private @Nullable TailSubscription subscription;

  RulebookFollower(JournalTail tail, RulebookSnapshots snapshots) {
    this.tail = tail;
    this.snapshots = snapshots;
  }

  @Override
  public void start() {
    Cursor from = tail.position(); // before reading, so that no change falls between
    snapshots.reload();
    subscription = tail.subscribe(from, this::read);
  }

  private void read(List<JournalEntry> entries) {
    if (entries.stream().anyMatch(entry -> KINDS.contains(entry.kind()))) {
      snapshots.reload();
    }
  }

  @Override
  public void stop() {
    TailSubscription open = subscription;
    if (open != null) {
      open.close();
      subscription = null;
    }
  }

  @Override
  public boolean isRunning() {
    return subscription != null;
  }

  /** After the tail. */
  @Override
  public int getPhase() {
    return tail.getPhase() + 1;
  }
}
