package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.dispatch.Ending.End;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.journal.NewEntry;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The assignments, and what their workers say about them. Saying the same again changes nothing and
 * is answered with the assignment as it stands. Each change is one transaction with its journal
 * entries.
 *
 * <p>{@code workerId} is who speaks: others' assignments are answered as if they did not exist.
 */
@Service
public class Assignments {

  private final AssignmentTable assignments;
  private final Incidents incidents;
  private final Chronicle chronicle;
  private final Ending ending;
  private final WorkTable work;
  private final Bell bell;
  private final Clock clock;

  Assignments(
      AssignmentTable assignments,
      Incidents incidents,
      Chronicle chronicle,
      Ending ending,
      WorkTable work,
      Bell bell,
      Clock clock) {
    this.assignments = assignments;
    this.incidents = incidents;
    this.chronicle = chronicle;
    this.ending = ending;
    this.work = work;
    this.bell = bell;
    this.clock = clock;
  }

  public Optional<Assignment> find(UUID id) {
    return assignments.find(id);
  }

  /** The active assignment of each of these incidents that has one, by incident. */
  public Map<UUID, Assignment> listActive(Collection<UUID> incidentIds) {
    return assignments.listActive(incidentIds).stream()
        .collect(Collectors.toMap(Assignment::incidentId, active -> active));
  }

  /** What the worker has in hand, the oldest offer first. */
  public List<Assignment> listActiveOf(long workerId) {
    return assignments.listActiveOf(workerId);
  }

  /** Everybody who was ever asked about the incident, in order. */
  public List<Assignment> listOfIncident(UUID incidentId) {
    return assignments.listOfIncident(incidentId);
  }

  /** Assignments in hand, by worker; who has none is left out. */
  public Map<Long, Integer> countActive(Collection<Long> workerIds) {
    return assignments.countActive(workerIds);
  }

  /** The worker's phone has the assignment. No news once it is over. */
  @Transactional
  public Assignment received(UUID id, long workerId, Actor actor) {
    Own own = lock(id, workerId);
    return own.assignment().state().active()
        ? receipts(own, now(), false, actor)
        : own.assignment();
  }

  /** The worker has looked at it; the phone has it, then. No news once it is over. */
  @Transactional
  public Assignment opened(UUID id, long workerId, Actor actor) {
    Own own = lock(id, workerId);
    return own.assignment().state().active() ? receipts(own, now(), true, actor) : own.assignment();
  }

  /**
   * The worker will go.
   *
   * @throws OfferExpired when the offer has run out
   */
  @Transactional
  public Assignment accept(UUID id, long workerId, Actor actor) {
    Own own = lock(id, workerId);
    if (AssignmentMove.ACCEPT.saidBefore(own.assignment().state())) {
      return own.assignment();
    }
    Instant now = now();
    requireStanding(own.assignment(), now);
    require(AssignmentMove.ACCEPT, own.assignment());
    Assignment accepted = receipts(own, now, true, actor).accepted(now);
    assignments.update(accepted);
    chronicle.tell("accepted", own.incident().compact(), accepted, actor);
    return accepted;
  }

  private static void requireStanding(Assignment offer, Instant now) {
    boolean open = offer.state() == AssignmentState.OFFERED;
    if (offer.state() == AssignmentState.EXPIRED || open && !now.isBefore(offer.expiresAt())) {
      throw new OfferExpired(offer.expiresAt());
    }
  }

  /** The worker won't, or can't after all: the next one is asked. Needs a reason. */
  @Transactional
  public Assignment refuse(UUID id, long workerId, @Nullable String reason, Actor actor) {
    Own own = lock(id, workerId);
    if (AssignmentMove.REFUSE.saidBefore(own.assignment().state())) {
      return own.assignment();
    }
    String why = Reasons.require("refuse", reason);
    require(AssignmentMove.REFUSE, own.assignment());
    Assignment refused =
        ending.giveBack(
            new End(
                own.assignment(), AssignmentState.REFUSED, actor, why, own.assignment().round()));
    work.due(refused.incidentId());
    bell.ringAfterCommit();
    return refused;
  }

  /** The worker is there: the incident is being handled. */
  @Transactional
  public Assignment arrive(UUID id, long workerId, Actor actor) {
    Own own = lock(id, workerId);
    if (AssignmentMove.ARRIVE.saidBefore(own.assignment().state())) {
      return own.assignment();
    }
    require(AssignmentMove.ARRIVE, own.assignment());
    Assignment arrived = own.assignment().arrived(now());
    assignments.update(arrived);
    CompactIncident incident =
        incidents.markHandling(arrived.incidentId(), chronicle.assignee(arrived), actor);
    chronicle.tell("arrived", incident, arrived, actor);
    return arrived;
  }

  /** Handled: the incident is fed back with what was found and photos uploaded before. */
  @Transactional
  public Assignment done(UUID id, long workerId, Feedback feedback, Actor actor) {
    Own own = lock(id, workerId);
    if (AssignmentMove.DONE.saidBefore(own.assignment().state())) {
      return own.assignment();
    }
    require(AssignmentMove.DONE, own.assignment());
    Assignment done =
        own.assignment()
            .ended(AssignmentState.DONE, now(), feedback.note(), own.assignment().round());
    assignments.update(done);
    CompactIncident incident =
        incidents.feedBack(done.incidentId(), feedback.note(), feedback.attachments(), actor);
    chronicle.tell("done", incident, done, actor);
    work.ended(List.of(done.incidentId()));
    bell.freeAfterCommit(workerId);
    return done;
  }

  /**
   * What the worker found and did.
   *
   * @param attachments ids of photos uploaded before by the same user
   */
  public record Feedback(@Nullable String note, List<UUID> attachments) {
    public Feedback {
      attachments = List.copyOf(attachments);
    }
  }

  private record Own(Assignment assignment, IncidentView incident) {}

  /** Locks the incident first, as everybody does, then looks at the assignment as it is now. */
  private Own lock(UUID id, long workerId) {
    Assignment seen =
        assignments
            .find(id)
            .filter(one -> one.workerId() == workerId)
            .orElseThrow(() -> new AssignmentUnknown(id));
    IncidentView incident = incidents.lock(seen.incidentId(), null);
    return new Own(assignments.find(id).orElseThrow(() -> new AssignmentUnknown(id)), incident);
  }

  private static void require(AssignmentMove move, Assignment assignment) {
    if (!move.startsFrom(assignment.state())) {
      throw new AssignmentOver(assignment.state(), move);
    }
  }

  /** Writes the receipts that are new, each its own fact. */
  private Assignment receipts(Own own, Instant now, boolean opened, Actor actor) {
    Assignment received = own.assignment().received(now);
    Assignment next = opened ? received.opened(now) : received;
    if (next == own.assignment()) {
      return next;
    }
    assignments.update(next);
    CompactIncident incident = own.incident().compact();
    List<NewEntry> entries = new ArrayList<>();
    if (received != own.assignment()) {
      entries.add(chronicle.entry("received", incident, received, actor));
    }
    if (next != received) {
      entries.add(chronicle.entry("opened", incident, next, actor));
    }
    chronicle.write(entries);
    return next;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
