package org.gridward.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The last thing that a person has done to an incident. What the system does, what only informs and
 * what merely follows from an act is looked through.
 *
 * @param entry what tells of it
 * @param calledBack the worker who was called back by the same act; null for nobody
 */
record LastAct(JournalEntry entry, @Nullable Long calledBack) {

  private static final Set<String> INFORMS =
      Set.of(
          "incident.contact_read",
          "incident.report_added",
          "incident.duplicate_added",
          "incident.duplicate_removed",
          "incident.left",
          "assignment.received",
          "assignment.opened");

  private static final Set<String> FOLLOWS =
      Set.of("assignment.recalled", "incident.returned", "incident.dispatched");

  /** Empty when nobody but the system has touched it. */
  static Optional<LastAct> of(List<JournalEntry> story) {
    for (JournalEntry entry : story.reversed()) {
      boolean person = !entry.actor().equals(Actor.SYSTEM.value());
      if (person && !INFORMS.contains(entry.kind()) && !FOLLOWS.contains(entry.kind())) {
        return Optional.of(new LastAct(entry, calledBack(story, entry)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Long calledBack(List<JournalEntry> story, JournalEntry act) {
    return story.stream()
        .filter(entry -> entry.cursor().xid() == act.cursor().xid())
        .filter(entry -> entry.kind().equals("assignment.recalled"))
        .map(JournalEntry::workerId)
        .findFirst()
        .orElse(null);
  }

  String kind() {
    return entry.kind();
  }

  Instant at() {
    return entry.at();
  }

  /** The incident's version after it. */
  int version() {
    return entry.payload().at("/incident/version").asInt();
  }

  /** The code of the command that it was; empty for what was no command. */
  String command() {
    return entry.payload().path("command").asString("");
  }
}
