package org.gridward.dispatch.web;

import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.Undo;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes back the caller's last step. */
@RestController
class UndoController {

  private final Undo undo;
  private final Incidents incidents;

  UndoController(Undo undo, Incidents incidents) {
    this.undo = undo;
    this.incidents = incidents;
  }

  record UndoRequest(@Nullable Integer version) {}

  record UndoAnswer(CompactIncident incident) {}

  @PostMapping("/api/incidents/{id}/undo")
  UndoAnswer undo(@PathVariable UUID id, @RequestBody UndoRequest body, Caller caller) {
    IncidentView incident = incidents.get(id);
    if (!caller.sees(incident.areaPath())) {
      throw new IncidentUnknown(id);
    }
    caller.require(Role.OPERATOR, incident.areaPath());
    Integer version = body.version();
    if (version == null) {
      throw new Problem.Rejected(
          "field-missing",
          "version is missing; send the version that you decided on",
          Map.of("field", "version"));
    }
    return new UndoAnswer(undo.undo(id, version, caller.actor()).compact());
  }
}
