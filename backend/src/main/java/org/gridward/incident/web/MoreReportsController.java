package org.gridward.incident.web;

import java.util.List;
import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.identity.CurrentCaller;
import org.gridward.identity.Role;
import org.gridward.incident.Channel;
import org.gridward.incident.Contact;
import org.gridward.incident.IncidentView;
import org.gridward.incident.MoreReports;
import org.gridward.incident.MoreReports.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds what another person tells to an incident that is known already. */
@RestController
class MoreReportsController {

  private final MoreReports reports;
  private final Sight sight;

  MoreReportsController(MoreReports reports, Sight sight) {
    this.reports = reports;
    this.sight = sight;
  }

  record MoreRequest(
      @Nullable String description, @Nullable List<UUID> attachments, @Nullable Contact reporter) {}

  /** The incident to which it was added. */
  record Added(UUID id, long number, UUID reportId) {}

  @PostMapping("/api/incidents/{id}/reports")
  @ResponseStatus(HttpStatus.CREATED)
  Added add(
      @PathVariable UUID id,
      @RequestBody MoreRequest body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Caller caller) {
    IncidentView incident = sight.get(id, caller);
    caller.require(Role.OPERATOR, incident.areaPath());
    Channel channel = CurrentCaller.usesApiKey() ? Channel.IMPORT : Channel.OPERATOR;
    Telling telling =
        new Telling(
            body.description(),
            body.attachments() == null ? List.of() : body.attachments(),
            body.reporter(),
            key);
    return new Added(
        id, incident.compact().number(), reports.add(id, channel, telling, caller.actor()));
  }
}
