package org.gridward.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.store.DispatchedInBulk;
import org.gridward.incident.store.IncidentCommands;
import org.gridward.incident.store.IncidentLists;
import org.gridward.incident.store.IncidentRows;
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

  private final IncidentRows rows;
  private final IncidentLists lists;
  private final IncidentCommands commands;
  private final DispatchedInBulk bulk;

  Incidents(
      IncidentRows rows, IncidentLists lists, IncidentCommands commands, DispatchedInBulk bulk) {
    this.rows = rows;
    this.lists = lists;
    this.commands = commands;
    this.bulk = bulk;
  }

  /**
   * @throws IncidentUnknown when there is none
   */
  public IncidentView get(UUID id) {
    return find(id).orElseThrow(() -> new IncidentUnknown(id));
  }

  public Optional<IncidentView> find(UUID id) {
    return rows.find(id);
  }

  /** Those of {@code ids} that exist, in no order. */
  public List<IncidentView> list(Collection<UUID> ids) {
    return rows.list(ids);
  }

  public IncidentPage list(IncidentQuery query) {
    return lists.list(query);
  }

  /** Counts what {@link #list(IncidentQuery)} finds on all pages. */
  public IncidentCounts count(IncidentQuery query) {
    return lists.count(query);
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
    return rows.tryLock(id);
  }

  /** {@link #tryLock(UUID)} for many: those of {@code ids} that no other transaction has. */
  public List<IncidentView> tryLock(Collection<UUID> ids) {
    return rows.tryLock(ids);
  }

  /**
   * Locks the incident for the rest of the transaction, waiting for whoever has it, and answers it
   * as it is then.
   *
   * @param expectedVersion the version the actor decided on; null for any
   * @throws IncidentUnknown when there is none
   * @throws VersionConflict when it has changed since
   */
  public IncidentView lock(UUID id, @Nullable Integer expectedVersion) {
    IncidentView incident = rows.lock(id).orElseThrow(() -> new IncidentUnknown(id));
    if (expectedVersion != null && expectedVersion != incident.version()) {
      throw new VersionConflict(expectedVersion, incident.version(), incident.stage());
    }
    return incident;
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
    return commands.execute(id, command, expectedVersion, actor, details);
  }

  /** An offer was made: FILED to DISPATCHED. In the caller's transaction. */
  public CompactIncident markDispatched(UUID id, Assignee assignee, Actor actor) {
    return commands.mark(id, Command.DISPATCH, assignee, actor, CommandDetails.NONE);
  }

  /**
   * Offers were made for many at once: FILED to DISPATCHED, by one statement. The caller holds
   * their locks by {@link #tryLock(Collection)}, has seen them at FILED and has moved none of them
   * in this transaction.
   *
   * @return the incidents as they are then, by id
   */
  public Map<UUID, CompactIncident> markDispatched(Map<UUID, Assignee> holders, Actor actor) {
    return bulk.mark(holders, actor);
  }

  /** The offer or assignment ended without result: back to FILED. In the caller's transaction. */
  public CompactIncident markReturned(UUID id, String reason, Actor actor) {
    return commands.mark(id, Command.RECALL, null, actor, CommandDetails.because(reason));
  }

  /** The worker has arrived: DISPATCHED to HANDLING. In the caller's transaction. */
  public CompactIncident markHandling(UUID id, Assignee assignee, Actor actor) {
    return commands.mark(id, Command.START, assignee, actor, CommandDetails.NONE);
  }

  /** The worker is done: HANDLING to FED_BACK. In the caller's transaction. */
  public CompactIncident feedBack(
      UUID id, @Nullable String note, List<UUID> attachments, Actor actor) {
    return commands.mark(
        id, Command.FEED_BACK, null, actor, CommandDetails.noting(note, attachments));
  }
}
