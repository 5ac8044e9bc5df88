package org.gridward.live;

import java.util.UUID;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.AreaPath;

/** Which entries or positions a subscription gets, once its right to them is known. */
sealed interface Route {

  /** True when {@code entry} goes this way. */
  boolean carries(JournalEntry entry);

  /** The incidents in {@code area}. */
  record Incidents(AreaPath area) implements Route {
    @Override
    public boolean carries(JournalEntry entry) {
      return area.contains(entry.area()) && Destination.AreaIncidents.tellsOf(entry);
    }
  }

  /** The incidents in {@code area} as a wall may know them: {@link Masked}. */
  record Wall(AreaPath area) implements Route {
    @Override
    public boolean carries(JournalEntry entry) {
      return area.contains(entry.area())
          && Destination.AreaIncidents.tellsOf(entry)
          && Masked.tellsOf(entry);
    }
  }

  /** What is addressed to one worker. */
  record ToWorker(long workerId) implements Route {
    @Override
    public boolean carries(JournalEntry entry) {
      Long addressed = entry.workerId();
      return addressed != null && addressed == workerId;
    }
  }

  /** Notices for everybody. */
  record ToAll() implements Route {
    @Override
    public boolean carries(JournalEntry entry) {
      return Destination.Notices.tellsOf(entry);
    }
  }

  /** Who looks at an incident; this does not come from the journal. */
  record Viewers(UUID incidentId) implements Route {
    @Override
    public boolean carries(JournalEntry entry) {
      return false;
    }
  }

  /** Positions in {@code area}; these do not come from the journal. */
  record Positions(AreaPath area) implements Route {
    @Override
    public boolean carries(JournalEntry entry) {
      return false;
    }
  }
}
