package org.gridward.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridward.identity.ActorNames;
import org.gridward.incident.IncidentView;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What happened to one incident, in order, for screens to put into words. */
@Component
class Stories {

  /**
   * One fact; {@code actorName} is null for residents, the system, and users that are gone; {@code
   * toName} is whom it was handed to, where it was.
   */
  record Line(
      Cursor cursor,
      Instant at,
      String kind,
      String actor,
      @Nullable String actorName,
      @Nullable String toName,
      JsonNode payload) {}

  private final Journal journal;
  private final ActorNames actorNames;

  Stories(Journal journal, ActorNames actorNames) {
    this.journal = journal;
    this.actorNames = actorNames;
  }

  List<Line> of(IncidentView incident) {
    List<JournalEntry> entries = journal.listOfIncident(incident.id());
    Map<String, String> names =
        actorNames.of(
            entries.stream().flatMap(e -> Stream.of(e.actor(), to(e))).distinct().toList());
    return entries.stream()
        .map(
            e ->
                new Line(
                    e.cursor(),
                    e.at(),
                    e.kind(),
                    e.actor(),
                    names.get(e.actor()),
                    names.get(to(e)),
                    e.payload()))
        .toList();
  }

  private static String to(JournalEntry entry) {
    return entry.payload().path("to").asString("");
  }
}
