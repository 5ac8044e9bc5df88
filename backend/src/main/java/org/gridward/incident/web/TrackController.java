package org.gridward.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.gridward.incident.Duplicates;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.Stage;
import org.gridward.incident.contact.TrackingCodes;
import org.gridward.incident.store.ReportRows;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lets a resident follow a report by its code. */
@RestController
class TrackController {

  /** What a resident is told. */
  record Progress(
      long number,
      Stage stage,
      Instant reportedAt,
      @Nullable Instant closedAt,
      @Nullable String outcome) {

    /** The number and time are the report's own; how far it is, is the survivor's. */
    static Progress of(IncidentView own, IncidentView survivor) {
      return new Progress(
          own.compact().number(),
          survivor.stage(),
          own.compact().reportedAt(),
          survivor.closedAt(),
          survivor.outcome());
    }
  }

  /** Nothing was reported under this code. */
  static final class CodeUnknown extends Problem.NotFound {
    CodeUnknown() {
      super(
          "code-unknown",
          "there is no report with this code; check it, it looks like 7QK2-9D1M-0XPA-V4TB",
          Map.of());
    }
  }

  private final ReportRows reports;
  private final Incidents incidents;
  private final Duplicates duplicates;
  private final PublicLimits limits;

  TrackController(
      ReportRows reports, Incidents incidents, Duplicates duplicates, PublicLimits limits) {
    this.reports = reports;
    this.incidents = incidents;
    this.duplicates = duplicates;
    this.limits = limits;
  }

  @GetMapping("/api/track/{code}")
  Progress track(@PathVariable String code, HttpServletRequest request) {
    limits.countLookup(request.getRemoteAddr());
    return reports
        .findTracked(TrackingCodes.digest(code))
        .map(own -> Progress.of(own, survivor(own)))
        .orElseThrow(CodeUnknown::new);
  }

  private IncidentView survivor(IncidentView own) {
    return own.duplicateOf() == null ? own : incidents.get(duplicates.survivorOf(own.id()));
  }
}
