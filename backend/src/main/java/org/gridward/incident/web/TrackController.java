package org.gridward.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.gridward.incident.IncidentView;
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

    static Progress of(IncidentView view) {
      return new Progress(
          view.compact().number(),
          view.stage(),
          view.compact().reportedAt(),
          view.closedAt(),
          view.outcome());
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
  private final PublicLimits limits;

  TrackController(ReportRows reports, PublicLimits limits) {
    this.reports = reports;
    this.limits = limits;
  }

  @GetMapping("/api/track/{code}")
  Progress track(@PathVariable String code, HttpServletRequest request) {
    limits.countLookup(request.getRemoteAddr());
    return reports
        .findTracked(TrackingCodes.digest(code))
        .map(Progress::of)
        .orElseThrow(CodeUnknown::new);
  }
}
