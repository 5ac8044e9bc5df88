package org.gridward.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.desk.ShiftNote;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.ActorNames;
import org.gridward.incident.Address;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a summary shows. */
@Component
class ShiftViews {

  private final ActorNames names;
  private final Areas areas;

  ShiftViews(ActorNames names, Areas areas) {
    this.names = names;
    this.areas = areas;
  }

  /** One incident in a line; {@code keeperName} is null where nobody in particular has it. */
  record Row(
      UUID id,
      long number,
      String category,
      Severity severity,
      Stage stage,
      Placement placement,
      @Nullable String placeText,
      @Nullable Address address,
      Instant reportedAt,
      @Nullable Instant dueAt,
      @Nullable String keeperName,
      @Nullable Escalated escalated,
      String description) {}

  /**
   * What a shift left.
   *
   * @param areaId 0 is the whole installation
   */
  record NoteView(
      long id,
      long areaId,
      @Nullable Map<String, String> areaNames,
      @Nullable String writtenByName,
      Instant writtenAt,
      String note) {}

  List<Row> rows(List<IncidentView> incidents) {
    Map<Long, String> keepers =
        names.ofUsers(
            incidents.stream()
                .map(incident -> incident.compact().keeper())
                .filter(Objects::nonNull)
                .toList());
    return incidents.stream().map(incident -> row(incident, keepers)).toList();
  }

  private static Row row(IncidentView incident, Map<Long, String> keepers) {
    CompactIncident compact = incident.compact();
    Long keeper = compact.keeper();
    return new Row(
        compact.id(),
        compact.number(),
        compact.category(),
        compact.severity(),
        compact.stage(),
        compact.placement(),
        compact.placeText(),
        compact.address(),
        compact.reportedAt(),
        compact.dueAt(),
        keeper == null ? null : keepers.get(keeper),
        compact.escalated(),
        incident.description());
  }

  NoteView note(ShiftNote note) {
    long areaId = note.area().isRoot() ? 0 : note.area().ids().getLast();
    return new NoteView(
        note.id(),
        areaId,
        areas.find(areaId).map(Area::names).orElse(null),
        names.ofUsers(List.of(note.writtenBy())).get(note.writtenBy()),
        note.writtenAt(),
        note.note());
  }
}
