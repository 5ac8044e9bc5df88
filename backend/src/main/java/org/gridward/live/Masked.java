package org.gridward.live;

import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a screen on a wall gets of an entry: what happened where, but no names of people, nobody's
 * words, and not who did it. What is not named here is left out.
 */
final class Masked {

  private Masked() {}

  /** Readings of contacts and of photos are nobody's business there. */
  static boolean tellsOf(JournalEntry entry) {
    return !entry.kind().equals("incident.contact_read")
        && !entry.kind().equals("incident.attachment_added");
  }

  static JournalEntry of(JournalEntry entry) {
    return new JournalEntry(
        entry.cursor(),
        entry.at(),
        entry.kind(),
        entry.area(),
        entry.subject(),
        entry.incidentId(),
        entry.workerId(),
        Actor.SYSTEM.value(),
        payload(entry));
  }

  private static ObjectNode payload(JournalEntry entry) {
    JsonNode full = entry.payload();
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    if (full.path("incident") instanceof ObjectNode incident) {
      kept.set("incident", incident(incident));
    }
    if (full.path("assignment") instanceof ObjectNode assignment) {
      kept.set("assignment", assignment.deepCopy());
    }
    copy(full, kept, "workerId");
    copy(full, kept, "onDuty");
    copy(full, kept, "rating");
    if (entry.kind().equals("dispatch.waiting")) {
      copy(full, kept, "reason"); // a code here, words elsewhere
    }
    return kept;
  }

  private static ObjectNode incident(ObjectNode full) {
    ObjectNode kept = full.deepCopy();
    kept.remove("keeper");
    if (kept.path("assignee") instanceof ObjectNode assignee) {
      assignee.put("name", "");
    }
    return kept;
  }

  private static void copy(JsonNode from, ObjectNode to, String field) {
    if (from.has(field)) {
      to.set(field, from.get(field));
    }
  }
}
