package org.gridward.grid;

import java.util.List;
import org.gridward.journal.Cursor;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.journal.TailSubscription;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the tables again when the journal says that areas have changed, wherever that was done. */
@Component
@OnServer
class GridFollower implements SmartLifecycle {

  private final JournalTail tail;
  private final GridSnapshots snapshots;
  private final ApplicationEventPublisher events;
  private @Nullable TailSubscription subscription;

  GridFollower(JournalTail tail, GridSnapshots snapshots, ApplicationEventPublisher events) {
    this.tail = tail;
    this.snapshots = snapshots;
    this.events = events;
  }

  @Override
  public void start() {
    Cursor from = tail.position(); // before reading, so that no change falls between
    snapshots.reload();
    events.publishEvent(new GroundChanged());
    subscription = tail.subscribe(from, this::read);
  }

  private void read(List<JournalEntry> entries) {
    if (entries.stream().anyMatch(entry -> entry.kind().equals("areas.changed"))) {
      snapshots.reload();
      events.publishEvent(new GroundChanged());
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
