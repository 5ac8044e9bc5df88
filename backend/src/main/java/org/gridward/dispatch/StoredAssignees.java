package org.gridward.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.incident.Assignee;
import org.gridward.incident.Assignees;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;

/** Tells the incident module who holds what. */
@Component
class StoredAssignees implements Assignees {

  private final AssignmentTable assignments;
  private final Workforce workforce;
  private final Chronicle chronicle;

  StoredAssignees(AssignmentTable assignments, Workforce workforce, Chronicle chronicle) {
    this.assignments = assignments;
    this.workforce = workforce;
    this.chronicle = chronicle;
  }

  @Override
  public Map<UUID, Assignee> listActive(Collection<UUID> incidentIds) {
    return assignments.listActive(incidentIds).stream()
        .collect(Collectors.toMap(Assignment::incidentId, chronicle::assignee));
  }

  @Override
  public Set<UUID> listHeldBy(long workerId) {
    return assignments.listActiveOf(workerId).stream()
        .map(Assignment::incidentId)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean everAssigned(UUID incidentId, long userId) {
    return workforce
        .findByUser(userId)
        .filter(worker -> assignments.everAssigned(incidentId, worker.id()))
        .isPresent();
  }
}
