package org.gridward.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.incident.Assignee;
import org.gridward.incident.CompactIncident;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the journal what happens to assignments, addressed to the worker concerned. */
@Component
class Chronicle {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(CompactIncident incident, AssignmentSummary assignment, @Nullable String reason) {}

  record Waits(CompactIncident incident, Reason reason, Map<String, Object> params) {}

  private final Journal journal;
  private final Workforce workforce;

  Chronicle(Journal journal, Workforce workforce) {
    this.journal = journal;
    this.workforce = workforce;
  }

  /** {@code kind} is the last word: {@code offered}. */
  void tell(String kind, CompactIncident incident, Assignment assignment, Actor actor) {
    write(List.of(entry(kind, incident, assignment, actor)));
  }

  void write(List<NewEntry> entries) {
    journal.append(entries);
  }

  NewEntry entry(String kind, CompactIncident incident, Assignment assignment, Actor actor) {
    return new NewEntry(
        "assignment." + kind,
        incident.areaPath(),
        new Subject("assignment", assignment.id().toString()),
        assignment.incidentId(),
        assignment.workerId(),
        actor,
        new Told(
            incident.heldBy(assignment.state().active() ? assignee(assignment) : null),
            AssignmentSummary.of(assignment),
            assignment.reason()));
  }

  NewEntry waiting(
      CompactIncident incident, Reason reason, Map<String, Object> params, Actor actor) {
    return new NewEntry(
        "dispatch.waiting",
        incident.areaPath(),
        new Subject("incident", incident.id().toString()),
        incident.id(),
        null,
        actor,
        new Waits(incident.heldBy(null), reason, params));
  }

  /** The holder as the compact view of an incident shows it. */
  Assignee assignee(Assignment assignment) {
    String name = workforce.find(assignment.workerId()).map(Worker::name).orElse("");
    return new Assignee(assignment.workerId(), name, assignment.state().name(), assignment.id());
  }
}
