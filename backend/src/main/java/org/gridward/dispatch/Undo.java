package org.gridward.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.gridward.dispatch.Dispatching.Order;
import org.gridward.incident.Command;
import org.gridward.incident.Duplicates;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.UndoneMoves;
import org.gridward.incident.WaysBack;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back the last thing that an operator has done to an incident, for a few minutes and as long
 * as no other person has done anything since: not the worker (who has accepted), not a colleague.
 * What the rules have done meanwhile is taken back with it.
 */
@Service
public class Undo implements WaysBack {

  private static final String UNDONE = "it was undone";

  private final Incidents incidents;
  private final UndoneMoves moves;
  private final Duplicates duplicates;
  private final Dispatching dispatching;
  private final Journal journal;
  private final Duration within;
  private final Clock clock;

  Undo(
      Incidents incidents,
      UndoneMoves moves,
      Duplicates duplicates,
      Dispatching dispatching,
      Journal journal,
      @Value("${gridward.undo-within:5m}") Duration within,
      Clock clock) {
    this.incidents = incidents;
    this.moves = moves;
    this.duplicates = duplicates;
    this.dispatching = dispatching;
    this.journal = journal;
    this.within = within;
    this.clock = clock;
  }

  /**
   * Takes it back.
   *
   * @param version the incident's version that the operator saw
   * @throws org.gridward.incident.VersionConflict when it has changed since
   * @throws NotUndone when the last act is not the operator's own, cannot be taken back, or was too
   *     long ago
   */
  @Transactional
  public IncidentView undo(UUID incidentId, int version, Actor actor) {
    incidents.lock(incidentId, version);
    LastAct act = LastAct.of(journal.listOfIncident(incidentId)).orElseThrow(NotUndone::nothing);
    if (!act.entry().actor().equals(actor.value())) {
      throw NotUndone.movedOn(act);
    }
    if (act.at().plus(within).isBefore(clock.instant())) {
      throw NotUndone.tooLate(within);
    }
    return takeBack(incidentId, act, actor);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<WayBack> find(UUID incidentId, Actor actor) {
    return LastAct.of(journal.listOfIncident(incidentId))
        .filter(act -> act.entry().actor().equals(actor.value()))
        .filter(act -> !act.at().plus(within).isBefore(clock.instant()))
        .flatMap(
            act -> step(incidentId, act).map(step -> new WayBack(step, act.at().plus(within))));
  }

  private Optional<String> step(UUID id, LastAct act) {
    return switch (act.kind()) {
      case "assignment.offered" -> Optional.of("assign");
      case "dispatch.waiting" -> Optional.ofNullable(act.calledBack()).map(_ -> "recall");
      case "incident.merged" -> Optional.of("merge");
      default ->
          Command.findByCode(act.command())
              .filter(UndoneMoves.UNDOABLE::contains)
              .filter(_ -> moves.knows(id, act.version()))
              .map(Command::code);
    };
  }

  private IncidentView takeBack(UUID id, LastAct act, Actor actor) {
    return switch (act.kind()) {
      case "assignment.offered" -> giveTo(id, act.calledBack(), actor);
      case "dispatch.waiting" -> {
        if (act.calledBack() == null) {
          throw NotUndone.movedOn(act);
        }
        yield giveTo(id, act.calledBack(), actor);
      }
      case "incident.merged" ->
          duplicates.unmerge(id, new Duplicates.Order(incidents.get(id).version(), UNDONE, actor));
      default ->
          Command.findByCode(act.command())
              .filter(UndoneMoves.UNDOABLE::contains)
              .flatMap(command -> moves.undo(id, command, act.version(), actor))
              .orElseThrow(() -> NotUndone.movedOn(act));
    };
  }

  /** To the one who had it before; without one it waits for the operator. */
  private IncidentView giveTo(UUID id, @Nullable Long workerId, Actor actor) {
    Order order = new Order(null, UNDONE, actor);
    return workerId == null
        ? dispatching.recall(id, order)
        : dispatching.assign(id, workerId, order).incident();
  }
}
