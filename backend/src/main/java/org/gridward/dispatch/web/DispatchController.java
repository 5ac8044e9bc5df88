package org.gridward.dispatch.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridward.dispatch.Assignments;
import org.gridward.dispatch.ByHand;
import org.gridward.dispatch.Dispatching;
import org.gridward.dispatch.Dispatching.Order;
import org.gridward.dispatch.Words;
import org.gridward.dispatch.WorkerNotAvailable;
import org.gridward.dispatch.web.DecisionView.CandidateView;
import org.gridward.dispatch.web.DecisionView.WarningView;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dispatch of one incident, for operators; its reasons also for leaders and administrators. */
@RestController
@RequestMapping("/api/incidents/{id}")
class DispatchController {

  private final Dispatching dispatching;
  private final Assignments assignments;
  private final Incidents incidents;
  private final Workforce workforce;

  DispatchController(
      Dispatching dispatching, Assignments assignments, Incidents incidents, Workforce workforce) {
    this.dispatching = dispatching;
    this.assignments = assignments;
    this.incidents = incidents;
    this.workforce = workforce;
  }

  record DecisionList(List<DecisionView> items, @Nullable String next) {}

  /** The newest first. */
  @GetMapping("/decisions")
  DecisionList listDecisions(@PathVariable UUID id, Caller caller, Locale locale) {
    see(id, caller, Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR);
    Words words = Words.in(locale);
    return new DecisionList(
        dispatching.listDecisions(id).reversed().stream()
            .map(one -> DecisionView.of(one, words))
            .toList(),
        null);
  }

  record AssignmentList(List<AssignmentView> items, @Nullable String next) {}

  /** Everybody who was ever asked, in order. */
  @GetMapping("/assignments")
  AssignmentList listAssignments(@PathVariable UUID id, Caller caller) {
    see(id, caller, Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR);
    return new AssignmentList(
        assignments.listOfIncident(id).stream().map(AssignmentView::of).toList(), null);
  }

  /** What the rules would decide now. */
  record CandidateList(
      List<CandidateView> items, @Nullable Long chosenWorkerId, String reason, String text) {}

  @GetMapping("/candidates")
  CandidateList listCandidates(@PathVariable UUID id, Caller caller, Locale locale) {
    see(id, caller, Role.OPERATOR);
    DecisionView preview = DecisionView.of(dispatching.preview(id), Words.in(locale));
    return new CandidateList(
        preview.candidates(), preview.chosenWorkerId(), preview.reason().name(), preview.text());
  }

  record AssignRequest(long workerId, @Nullable Integer version, @Nullable String reason) {}

  record AssignAnswer(
      CompactIncident incident, AssignmentView assignment, List<WarningView> warnings) {}

  @PostMapping("/assign")
  AssignAnswer assign(
      @PathVariable UUID id, @RequestBody AssignRequest request, Caller caller, Locale locale) {
    see(id, caller, Role.OPERATOR);
    requireInSight(request.workerId(), caller);
    ByHand given =
        dispatching.assign(
            id, request.workerId(), new Order(request.version(), request.reason(), caller.actor()));
    Words words = Words.in(locale);
    return new AssignAnswer(
        given.incident().compact(),
        AssignmentView.of(given.assignment()),
        given.warnings().stream()
            .map(code -> WarningView.of(code, given.decision().params(), words))
            .toList());
  }

  private void requireInSight(long workerId, Caller caller) {
    if (workforce.find(workerId).filter(worker -> caller.sees(worker.area())).isEmpty()) {
      throw new WorkerNotAvailable(workerId);
    }
  }

  record OrderRequest(@Nullable Integer version, @Nullable String reason) {}

  record OrderAnswer(CompactIncident incident) {}

  @PostMapping("/recall")
  OrderAnswer recall(@PathVariable UUID id, @RequestBody OrderRequest request, Caller caller) {
    see(id, caller, Role.OPERATOR);
    return answer(dispatching.recall(id, order(request, caller)));
  }

  @PostMapping("/dispatch")
  OrderAnswer dispatch(@PathVariable UUID id, @RequestBody OrderRequest request, Caller caller) {
    see(id, caller, Role.OPERATOR);
    return answer(dispatching.dispatch(id, order(request, caller)));
  }

  private static Order order(OrderRequest request, Caller caller) {
    return new Order(request.version(), request.reason(), caller.actor());
  }

  private static OrderAnswer answer(IncidentView incident) {
    return new OrderAnswer(incident.compact());
  }

  /** Outside the caller's areas it does not exist; inside, the role decides. */
  private void see(UUID id, Caller caller, Role... anyOf) {
    IncidentView incident = incidents.get(id);
    if (!caller.sees(incident.areaPath())) {
      throw new IncidentUnknown(id);
    }
    caller.require(incident.areaPath(), anyOf);
  }
}
