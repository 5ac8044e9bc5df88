package org.gridward.rulebook;

import java.util.Set;
import org.gridward.journal.JournalFollower;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.springframework.stereotype.Component;

/** Reads the rules again when they have changed. */
@Component
@OnServer
class RulebookFollower extends JournalFollower {

  private final RulebookSnapshots snapshots;

  RulebookFollower(JournalTail tail, RulebookSnapshots snapshots) {
    super(tail, Set.of("category.changed", "dispatch_rules.changed"));
    this.snapshots = snapshots;
  }

  @Override
  protected void reload() {
    snapshots.reload();
  }
}
