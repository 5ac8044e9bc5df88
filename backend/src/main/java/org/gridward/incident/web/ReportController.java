package org.gridward.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gridward.identity.Caller;
import org.gridward.identity.CurrentCaller;
import org.gridward.identity.Role;
import org.gridward.incident.Channel;
import org.gridward.incident.IncidentIntake;
import org.gridward.incident.NewReport;
import org.gridward.incident.Receipt;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.web.IncidentRequests.ReportRequest;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes reports in, from everybody. */
@RestController
class ReportController {

  private final IncidentIntake intake;
  private final PublicLimits limits;

  ReportController(IncidentIntake intake, PublicLimits limits) {
    this.intake = intake;
    this.limits = limits;
  }

  @PostMapping("/api/incidents")
  ResponseEntity<ReceiptView> report(
      @RequestBody ReportRequest body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Optional<Caller> caller = CurrentCaller.find();
    if (caller.isEmpty()) {
      limits.countReport(request.getRemoteAddr());
    }
    Receipt receipt = intake.accept(newReport(body, key, caller.orElse(null)));
    return caller.isPresent() ? forStaff(receipt) : forResident(receipt);
  }

  private static NewReport newReport(
      ReportRequest body, @Nullable String key, @Nullable Caller caller) {
    if (body.category() == null) {
      throw ReportRejected.missing("category", "give a code of GET /api/categories");
    }
    if (body.place() == null) {
      throw ReportRejected.withoutPlace();
    }
    return new NewReport(
        channel(caller),
        caller == null ? Actor.RESIDENT : caller.actor(),
        body.category(),
        body.severity(),
        body.place(),
        body.description() == null ? "" : body.description(),
        body.attachments() == null ? List.of() : body.attachments(),
        body.reporter(),
        body.reportedAt(),
        body.externalId(),
        key);
  }

  /** Who is neither operator nor worker reports like any resident, but by name. */
  private static Channel channel(@Nullable Caller caller) {
    if (caller == null) {
      return Channel.RESIDENT;
    }
    if (CurrentCaller.usesApiKey()) {
      return Channel.IMPORT;
    }
    if (caller.has(Role.OPERATOR)) {
      return Channel.OPERATOR;
    }
    return caller.has(Role.GRID_WORKER) ? Channel.WORKER : Channel.RESIDENT;
  }

  private static ResponseEntity<ReceiptView> forStaff(Receipt receipt) {
    ReceiptView view = ReceiptView.forStaff(receipt);
    return receipt.repeated()
        ? ResponseEntity.ok(view)
        : ResponseEntity.created(URI.create("/api/incidents/" + receipt.id())).body(view);
  }

  private static ResponseEntity<ReceiptView> forResident(Receipt receipt) {
    return ResponseEntity.status(receipt.repeated() ? 200 : 201)
        .body(ReceiptView.forResident(receipt));
  }
}
