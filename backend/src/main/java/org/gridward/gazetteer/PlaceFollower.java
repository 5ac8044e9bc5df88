package org.gridward.gazetteer;

import java.util.List;
import java.util.Set;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalFollower;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.springframework.stereotype.Component;

/** Reads the names again when an import has changed them, in whatever process. */
@Component
@OnServer
class PlaceFollower extends JournalFollower {

  private final PlaceNames names;

  PlaceFollower(JournalTail tail, PlaceNames names) {
    super(tail, Set.of(PlaceBatch.CHANGED));
    this.names = names;
  }

  @Override
  protected void reload() {
    names.reload();
  }

  @Override
  protected void follow(List<JournalEntry> entries) {
    if (entries.stream().anyMatch(PlaceFollower::concernsAddresses)) {
      names.reload();
    } else {
      names.reloadNamed();
    }
  }

  private static boolean concernsAddresses(JournalEntry entry) {
    return entry.payload().path(PlaceBatch.ADDRESSES).asBoolean(true);
  }
}
