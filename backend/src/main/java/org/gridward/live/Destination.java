package org.gridward.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.journal.JournalEntry;

/** What can be subscribed to. */
sealed interface Destination {

  /** The incidents of an area and everything that happens to them; 0 is the whole installation. */
  record AreaIncidents(long areaId) implements Destination {
    private static final Set<String> FAMILIES =
        Set.of("incident", "assignment", "dispatch", "duty");

    static boolean tellsOf(JournalEntry entry) {
      return FAMILIES.contains(family(entry));
    }
  }

  /** Where the workers of an area are; 0 is the whole installation. */
  record AreaPositions(long areaId) implements Destination {}

  /** Who looks at an incident; whoever subscribes does. */
  record IncidentPresence(UUID incidentId) implements Destination {}

  /** What is addressed to the worker who is signed in. */
  record MyAssignments() implements Destination {}

  /** What every screen should know: the map or the catalogue changed. */
  record Notices() implements Destination {
    private static final Set<String> FAMILIES =
        Set.of("areas", "category", "responsibility", "facility", "facilities");

    static boolean tellsOf(JournalEntry entry) {
      return FAMILIES.contains(family(entry));
    }
  }

  Pattern OF_AREA = Pattern.compile("/topic/areas/(\\d{1,18})/(incidents|positions)");

  Pattern OF_INCIDENT =
      Pattern.compile("/topic/incidents/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/presence");

  /** The destination that {@code text} names; empty for any other. */
  static Optional<Destination> parse(String text) {
    Matcher ofIncident = OF_INCIDENT.matcher(text);
    if (ofIncident.matches()) {
      return Optional.of(new IncidentPresence(UUID.fromString(ofIncident.group(1))));
    }
    Matcher ofArea = OF_AREA.matcher(text);
    if (ofArea.matches()) {
      long id = Long.parseLong(ofArea.group(1));
      return Optional.of(
          ofArea.group(2).equals("incidents") ? new AreaIncidents(id) : new AreaPositions(id));
    }
    return switch (text) {
      case "/user/queue/assignments" -> Optional.of(new MyAssignments());
      case "/topic/notices" -> Optional.of(new Notices());
      default -> Optional.empty();
    };
  }

  private static String family(JournalEntry entry) {
    int dot = entry.kind().indexOf('.');
    return dot < 0 ? entry.kind() : entry.kind().substring(0, dot);
  }
}
