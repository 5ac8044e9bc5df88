package org.gridward.incident;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who holds which incident. Answered by the dispatch module, which knows; without it nobody holds
 * anything.
 */
public interface Assignees {

  /** The active assignee of each of {@code incidentIds} that has one, by incident id. */
  Map<UUID, Assignee> listActive(Collection<UUID> incidentIds);

  /** The incidents that the worker holds now. */
  Set<UUID> listHeldBy(long workerId);

  /** True when the incident was at any time assigned to the worker with this user account. */
  boolean everAssigned(UUID incidentId, long userId);
}
