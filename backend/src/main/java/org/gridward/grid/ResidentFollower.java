package org.gridward.grid;

import java.util.Set;
import org.gridward.grid.dwellings.DwellingTable;
import org.gridward.journal.JournalFollower;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.springframework.stereotype.Component;

/** Has residents counted again when an import has changed them, in whatever process. */
@Component
@OnServer
class ResidentFollower extends JournalFollower {

  private final Residents residents;

  ResidentFollower(JournalTail tail, Residents residents) {
    super(tail, Set.of(DwellingTable.CHANGED));
    this.residents = residents;
  }

  @Override
  protected void reload() {
    residents.outdate();
  }
}
