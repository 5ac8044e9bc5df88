package org.gridward.incident.web;

import java.time.Instant;
import java.util.UUID;
import org.gridward.incident.Address;
import org.gridward.incident.Assignee;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** One line of a list: the compact view and what was told. */
record IncidentItem(
    UUID id,
    long number,
    String category,
    Severity severity,
    Stage stage,
    Placement placement,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Long cellId,
    AreaPath areaPath,
    @Nullable String placeText,
    @Nullable Address address,
    Instant reportedAt,
    @Nullable Instant dueAt,
    int version,
    @Nullable KeeperView keeper,
    @Nullable Escalated escalated,
    @Nullable Assignee assignee,
    String description) {

  /** The operator who has the case. */
  record KeeperView(long userId, String name) {}

  static IncidentItem of(
      IncidentView view, @Nullable Assignee assignee, @Nullable String keeperName) {
    CompactIncident compact = view.compact();
    return new IncidentItem(
        compact.id(),
        compact.number(),
        compact.category(),
        compact.severity(),
        compact.stage(),
        compact.placement(),
        compact.lon(),
        compact.lat(),
        compact.cellId(),
        compact.areaPath(),
        compact.placeText(),
        compact.address(),
        compact.reportedAt(),
        compact.dueAt(),
        compact.version(),
        compact.keeper() == null
            ? null
            : new KeeperView(compact.keeper(), keeperName == null ? "" : keeperName),
        compact.escalated(),
        assignee,
        view.description());
  }
}
