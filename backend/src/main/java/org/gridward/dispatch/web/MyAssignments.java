package org.gridward.dispatch.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.dispatch.Assignment;
import org.gridward.dispatch.AssignmentState;
import org.gridward.dispatch.Assignments;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.rulebook.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a worker has in hand, with what they must know of the incidents. */
@Component
class MyAssignments {

  private final Assignments assignments;
  private final Incidents incidents;
  private final Catalogue catalogue;

  MyAssignments(Assignments assignments, Incidents incidents, Catalogue catalogue) {
    this.assignments = assignments;
    this.incidents = incidents;
    this.catalogue = catalogue;
  }

  record MyIncident(
      @JsonUnwrapped CompactIncident incident,
      String description,
      Map<String, String> categoryNames) {}

  record MyAssignment(
      UUID id,
      AssignmentState state,
      int version,
      Instant offeredAt,
      Instant expiresAt,
      @Nullable Instant receivedAt,
      @Nullable Instant openedAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant arrivedAt,
      MyIncident incident) {}

  List<MyAssignment> list(long workerId) {
    List<Assignment> active = assignments.listActiveOf(workerId);
    Map<UUID, IncidentView> views =
        incidents.list(active.stream().map(Assignment::incidentId).toList()).stream()
            .collect(Collectors.toMap(IncidentView::id, Function.identity()));
    List<MyAssignment> list = new ArrayList<>();
    for (Assignment one : active) {
      IncidentView view = views.get(one.incidentId());
      if (view != null) {
        list.add(mine(one, view));
      }
    }
    return list;
  }

  private MyAssignment mine(Assignment assignment, IncidentView incident) {
    CompactIncident compact = incident.compact();
    return new MyAssignment(
        assignment.id(),
        assignment.state(),
        assignment.version(),
        assignment.offeredAt(),
        assignment.expiresAt(),
        assignment.receivedAt(),
        assignment.openedAt(),
        assignment.acceptedAt(),
        assignment.arrivedAt(),
        new MyIncident(
            compact,
            incident.description(),
            catalogue.get(compact.category(), incident.categoryVersion()).names()));
  }
}
