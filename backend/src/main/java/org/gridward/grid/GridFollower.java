package org.gridward.grid;

import java.util.Set;
import org.gridward.journal.JournalFollower;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads the areas again when they have changed, and tells who else keeps something of them. */
@Component
@OnServer
class GridFollower extends JournalFollower {

  private final GridSnapshots snapshots;
  private final ApplicationEventPublisher events;

  GridFollower(JournalTail tail, GridSnapshots snapshots, ApplicationEventPublisher events) {
    super(tail, Set.of("areas.changed"));
    this.snapshots = snapshots;
    this.events = events;
  }

  @Override
  protected void reload() {
    snapshots.reload();
    events.publishEvent(new GroundChanged());
  }
}
