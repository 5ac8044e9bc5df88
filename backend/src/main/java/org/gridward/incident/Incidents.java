package org.gridward.incident;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The incidents and their life cycle. Every change is one transaction (the caller's, if there is
 * one) that also writes the journal entry and publishes the event. Who may do it is the caller's
 * business.
 */
@Service
public class Incidents {

  /**
   * @throws IncidentUnknown when there is none
   */
  public IncidentView get(UUID id) {
    return find(id).orElseThrow(() -> new IncidentUnknown(id));
  }

  public Optional<IncidentView> find(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** Those of {@code ids} that exist, in no order. */
  public List<IncidentView> list(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  public IncidentPage list(IncidentQuery query) {
    throw new UnsupportedOperationException();
  }

  /** The compact view, without an assignee. */
  public CompactIncident compact(UUID id) {
    return get(id).compact();
  }

  /**
   * Locks the incident for the rest of the transaction, unless another transaction has it: then
   * empty, at once. For loops that hold other locks already and would rather come back later than
   * wait in the wrong order.
   */
  public Optional<IncidentView> tryLock(UUID id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Moves the incident.
   *
   * @param expectedVersion the version the actor decided on; null when the actor is a rule or
   *     another module that holds the lock
   * @throws IncidentUnknown when there is none
   * @throws VersionConflict when it has changed since
   * @throws IllegalMove when the command does not start from its stage
   */
  public IncidentView execute(
      UUID id,
      Command command,
      @Nullable Integer expectedVersion,
      Actor actor,
      CommandDetails details) {
    throw new UnsupportedOperationException();
  }

  /** An offer was made: FILED to DISPATCHED. In the caller's transaction. */
  public CompactIncident markDispatched(UUID id, Assignee assignee, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The offer or assignment ended without result: back to FILED. In the caller's transaction. */
  public CompactIncident markReturned(UUID id, String reason, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The worker has arrived: DISPATCHED to HANDLING. In the caller's transaction. */
  public CompactIncident markHandling(UUID id, Assignee assignee, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The worker is done: HANDLING to FED_BACK. In the caller's transaction. */
  public CompactIncident feedBack(
      UUID id, @Nullable String note, List<UUID> attachments, Actor actor) {
    throw new UnsupportedOperationException();
  }
}
