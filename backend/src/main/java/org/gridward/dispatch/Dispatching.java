package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.dispatch.Ending.End;
import org.gridward.dispatch.ranking.Candidate;
import org.gridward.dispatch.ranking.Ranked;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.incident.Command;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.LifeCycle;
import org.gridward.rulebook.Tier;
import org.gridward.shared.Actor;
import org.gridward.shared.Ids;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dispatch by an operator's hand, at any moment, and the view into dispatch's reasons. Who may is
 * the caller's business. Versions are the incident's: who acts on an old view gets a conflict.
 */
@Service
public class Dispatching {

  private final Incidents incidents;
  private final Workforce workforce;
  private final Situations situations;
  private final AssignmentTable assignments;
  private final DecisionTable decisions;
  private final WorkTable work;
  private final Offers offers;
  private final Ending ending;
  private final Chronicle chronicle;
  private final Bell bell;
  private final Clock clock;

  Dispatching(
      Incidents incidents,
      Workforce workforce,
      Situations situations,
      AssignmentTable assignments,
      DecisionTable decisions,
      WorkTable work,
      Offers offers,
      Ending ending,
      Chronicle chronicle,
      Bell bell,
      Clock clock) {
    this.incidents = incidents;
    this.workforce = workforce;
    this.situations = situations;
    this.assignments = assignments;
    this.decisions = decisions;
    this.work = work;
    this.offers = offers;
    this.ending = ending;
    this.chronicle = chronicle;
    this.bell = bell;
    this.clock = clock;
  }

  /** What the rules would decide at this moment; nothing is written. */
  @Transactional(readOnly = true)
  public Decision preview(UUID incidentId) {
    IncidentView incident = incidents.get(incidentId);
    Situation situation = situations.gather(List.of(incident));
    return Decision.of(
        incidentId, situation.rank(incident), situation.rules().version(), Actor.SYSTEM, now());
  }

  /** Every decision about the incident, the oldest first. */
  public List<Decision> listDecisions(UUID incidentId) {
    return decisions.list(incidentId);
  }

  /** Why the incident waits; empty when it does not. */
  public Optional<Reason> findWaitingReason(UUID incidentId) {
    return work.find(incidentId).filter(row -> row.state() == Work.State.WAITING).map(Work::reason);
  }

  /**
   * Gives the incident to a worker, on duty or not; whoever has it is recalled in the same
   * transaction.
   *
   * @throws WorkerNotAvailable when there is no such active worker
   * @throws AlreadyAssigned when the worker has it already
   */
  @Transactional
  public ByHand assign(UUID incidentId, long workerId, Order order) {
    IncidentView incident = incidents.lock(incidentId, order.version());
    Worker worker = workforce.find(workerId).orElseThrow(() -> new WorkerNotAvailable(workerId));
    Optional<Assignment> active = assignments.findActive(incidentId);
    active.ifPresent(held -> requireOther(held, workerId));
    LifeCycle.after(incident.stage(), active.isPresent() ? Command.RECALL : Command.DISPATCH);
    active.ifPresent(held -> recall(held, order, held.round()));
    work.lockWorkers(List.of(workerId));
    return offer(incident, worker, order);
  }

  private static void requireOther(Assignment held, long workerId) {
    if (held.workerId() == workerId) {
      throw new AlreadyAssigned(workerId, held.id());
    }
  }

  private ByHand offer(IncidentView incident, Worker worker, Order order) {
    Situation situation = situations.gather(List.of(incident), Set.of(worker.id()));
    Tier last = situation.rules().ladder().getLast();
    Ranked ranked = situation.rankByHand(incident, new Contender(worker, last, 0));
    Candidate chosen = ranked.chosen().orElseThrow();
    List<Verdict> warnings = warnings(chosen);
    Instant now = now();
    Decision decision =
        Decision.of(incident.id(), ranked, situation.rules().version(), order.actor(), now)
            .with("warnings", warnings.stream().map(Verdict::name).toList());
    String why = Reasons.clean(order.reason());
    Decision told = why == null ? decision : decision.with("because", why);
    Assignment assignment =
        Assignment.offered(
            Ids.newId(now),
            incident.id(),
            worker.id(),
            told.id(),
            work.find(incident.id()).map(Work::round).orElse(1),
            now,
            now.plus(situation.category(incident).acceptWithin()));
    offers.make(List.of(new Offer(incident, told, assignment, worker.capacity(), order.actor())));
    return new ByHand(incidents.get(incident.id()), assignment, told, warnings);
  }

  private static List<Verdict> warnings(Candidate chosen) {
    List<Verdict> warnings = new ArrayList<>();
    if (!chosen.onDuty()) {
      warnings.add(Verdict.OFF_DUTY);
    }
    if (chosen.full()) {
      warnings.add(Verdict.FULL);
    }
    if (!chosen.hasSkill()) {
      warnings.add(Verdict.LACKS_SKILL);
    }
    return warnings;
  }

  /** Takes the incident back from its worker; it waits until the operator lets it go. */
  @Transactional
  public IncidentView recall(UUID incidentId, Order order) {
    IncidentView incident = incidents.lock(incidentId, order.version());
    Reasons.require("recall", order.reason());
    LifeCycle.after(incident.stage(), Command.RECALL);
    work.held(incidentId);
    int round = work.find(incidentId).map(Work::round).orElse(1);
    assignments.findActive(incidentId).ifPresent(held -> recall(held, order, round));
    IncidentView now = incidents.get(incidentId);
    chronicle.write(
        List.of(
            chronicle.waiting(now.compact(), Reason.HELD_BY_OPERATOR, Map.of(), order.actor())));
    return now;
  }

  /**
   * Lets the rules choose: everybody may be asked again, but for the one the incident has just been
   * taken back from.
   */
  @Transactional
  public IncidentView dispatch(UUID incidentId, Order order) {
    IncidentView incident = incidents.lock(incidentId, order.version());
    Optional<Assignment> active = assignments.findActive(incidentId);
    if (active.isPresent()) {
      LifeCycle.after(incident.stage(), Command.RECALL);
      work.dueAnew(incidentId);
      int round = work.find(incidentId).map(Work::round).orElse(1);
      recall(active.get(), order, round);
    } else {
      LifeCycle.after(incident.stage(), Command.DISPATCH);
      letGo(incidentId);
    }
    bell.ringAfterCommit();
    return incidents.get(incidentId);
  }

  private void letGo(UUID incidentId) {
    if (findWaitingReason(incidentId).filter(Reason.HELD_BY_OPERATOR::equals).isPresent()) {
      work.due(incidentId);
    } else {
      work.dueAnew(incidentId);
    }
  }

  private void recall(Assignment held, Order order, int countedIn) {
    ending.giveBack(
        new End(
            held,
            AssignmentState.RECALLED,
            order.actor(),
            Reasons.clean(order.reason()),
            countedIn));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Who orders it, on which view of the incident, and why.
   *
   * @param version the incident's version that the operator saw; null skips the check
   */
  public record Order(@Nullable Integer version, @Nullable String reason, Actor actor) {}
}
