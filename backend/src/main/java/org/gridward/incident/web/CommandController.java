package org.gridward.incident.web;

import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.incident.Command;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.web.IncidentRequests.CommandRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people move incidents by named commands. */
@RestController
class CommandController {

  private final Incidents incidents;
  private final IncidentViews views;
  private final Sight sight;

  CommandController(Incidents incidents, IncidentViews views, Sight sight) {
    this.incidents = incidents;
    this.views = views;
    this.sight = sight;
  }

  @PostMapping("/api/incidents/{id}/commands/{code}")
  IncidentDetail command(
      @PathVariable UUID id,
      @PathVariable String code,
      @RequestBody CommandRequest body,
      Caller caller) {
    IncidentView incident = sight.get(id, caller);
    Command command = Permissions.byHand(code);
    Permissions.require(caller, command, incident);
    return views.detail(execute(id, command, body, caller), caller);
  }

  private IncidentView execute(UUID id, Command command, CommandRequest body, Caller caller) {
    Integer version = body.version();
    if (version == null) {
      throw ReportRejected.missing("version", "send the version that you decided on");
    }
    return Attempts.of(
        () -> incidents.execute(id, command, version, caller.actor(), body.details()));
  }
}
