package org.gridward.incident.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridward.incident.Assignee;
import org.gridward.incident.Assignees;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentEnded;
import org.gridward.incident.IncidentMoved;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.IncidentsFiled;
import org.gridward.incident.Placement;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.Stage;
import org.gridward.incident.UndoneMoves;
import org.gridward.incident.photo.AttachmentTable;
import org.gridward.incident.photo.Purpose;
import org.gridward.incident.place.PlaceResolver;
import org.gridward.journal.Journal;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.Category;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out commands: locks the incident, lets it move, writes the journal and tells the others,
 * all in one transaction.
 */
@Component
public class IncidentCommands {

  private final EntityManager entities;
  private final Catalogue catalogue;
  private final PlaceResolver places;
  private final AttachmentTable attachments;
  private final MementoRows mementos;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Assignees> assignees;
  private final Clock clock;

  IncidentCommands(
      EntityManager entities,
      Catalogue catalogue,
      PlaceResolver places,
      AttachmentTable attachments,
      MementoRows mementos,
      Journal journal,
      ApplicationEventPublisher events,
      ObjectProvider<Assignees> assignees,
      Clock clock) {
    this.entities = entities;
    this.catalogue = catalogue;
    this.places = places;
    this.attachments = attachments;
    this.mementos = mementos;
    this.journal = journal;
    this.events = events;
    this.assignees = assignees;
    this.clock = clock;
  }

  /** Who did what to which incident, and what it was before. */
  private record Move(
      Incident incident,
      Command command,
      Stage from,
      AreaPath fromArea,
      Actor actor,
      CommandDetails details) {}

  @Transactional
  public IncidentView execute(
      UUID id,
      Command command,
      @Nullable Integer expectedVersion,
      Actor actor,
      CommandDetails details) {
    CommandDetails clean = CommandCheck.check(command, details);
    Incident incident = lock(id);
    if (expectedVersion != null) {
      incident.requireVersion(expectedVersion);
    }
    if (UndoneMoves.UNDOABLE.contains(command) && actor.userId() != null) {
      mementos.keep(id);
    }
    carryOut(
        new Move(incident, command, incident.stage(), incident.areaPath(), actor, clean), null);
    if (command == Command.LOCATE) {
      fileIfCategorySaysSo(incident);
    }
    return incident.view();
  }

  /** A move made by dispatch on behalf of {@code assignee}, or of nobody any more. */
  @Transactional
  public CompactIncident mark(
      UUID id, Command command, @Nullable Assignee assignee, Actor actor, CommandDetails details) {
    CommandDetails clean = CommandCheck.check(command, details);
    Incident incident = lock(id);
    Move move = new Move(incident, command, incident.stage(), incident.areaPath(), actor, clean);
    return carryOut(move, assignee);
  }

  private Incident lock(UUID id) {
    Incident incident = entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (incident == null) {
      throw new IncidentUnknown(id);
    }
    return incident;
  }

  private CompactIncident carryOut(Move move, @Nullable Assignee assignee) {
    change(move);
    attachments.bind(
        move.incident().compact().id(),
        move.actor(),
        Purpose.FEEDBACK,
        move.details().attachments());
    entities.flush();
    CompactIncident after =
        move.incident().compact().heldBy(assignee == null ? holder(move) : assignee);
    journal.append(Story.moved(move.command(), move.from(), after, move.actor(), move.details()));
    tell(move, after);
    return after;
  }

  private void change(Move move) {
    Incident incident = move.incident();
    CommandDetails details = move.details();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    switch (move.command()) {
      case FILE -> incident.file(category(incident), details.severity(), now);
      case REOPEN -> incident.reopen(category(incident), now);
      case CLOSE ->
          incident.end(
              Command.CLOSE, details.reason() == null ? details.note() : details.reason(), now);
      case SETTLE, DISMISS -> incident.end(move.command(), details.reason(), now);
      case EVALUATE -> incident.evaluate(Objects.requireNonNull(details.rating()));
      case RECATEGORISE -> recategorise(incident, details);
      case LOCATE ->
          incident.locate(places.named(places.resolve(Objects.requireNonNull(details.place()))));
      case DISPATCH, RECALL, START, FEED_BACK, REWORK -> incident.move(move.command(), now);
      case MERGE, UNMERGE, HAND_OVER, ESCALATE, GIVE_BACK ->
          throw new IllegalArgumentException(move.command() + " has a door of its own");
    }
  }

  private Category category(Incident incident) {
    return catalogue.get(incident.categoryCode(), incident.categoryVersion());
  }

  private void recategorise(Incident incident, CommandDetails details) {
    String code = details.category();
    Category category = code == null ? category(incident) : current(code);
    if (details.severity() != null) {
      incident.recategorise(category, details.severity());
    } else {
      incident.recategorise(category, category.severity());
    }
  }

  private Category current(String code) {
    return catalogue
        .find(code)
        .orElseThrow(
            () ->
                ReportRejected.noSuchCategory(
                    code, catalogue.list().stream().map(Category::code).toList()));
  }

  /** Moves by hand keep whoever is on the way. */
  private @Nullable Assignee holder(Move move) {
    Stage stage = move.incident().stage();
    boolean held = stage == Stage.DISPATCHED || stage == Stage.HANDLING;
    Assignees source = assignees.getIfAvailable();
    UUID id = move.incident().compact().id();
    return held && source != null ? source.listActive(List.of(id)).get(id) : null;
  }

  private void tell(Move move, CompactIncident after) {
    if (!move.fromArea().contains(after.areaPath())) {
      journal.append(Story.left(move.fromArea(), after, move.actor()));
    }
    switch (move.command()) {
      case FILE, REWORK, REOPEN -> tellFiled(move.incident());
      case CLOSE, SETTLE, DISMISS ->
          events.publishEvent(
              new IncidentEnded(
                  after.id(), move.from(), after.stage(), move.actor(), move.details().reason()));
      case LOCATE -> tellMoved(move, after);
      case RECATEGORISE -> tellIfFiled(move.incident());
      case DISPATCH,
          RECALL,
          START,
          FEED_BACK,
          EVALUATE,
          MERGE,
          UNMERGE,
          HAND_OVER,
          ESCALATE,
          GIVE_BACK -> {}
    }
  }

  private void tellMoved(Move move, CompactIncident after) {
    events.publishEvent(
        new IncidentMoved(
            after.id(),
            after.stage(),
            move.fromArea(),
            after.areaPath(),
            after.cellId(),
            after.lon(),
            after.lat()));
    tellIfFiled(move.incident());
  }

  private void tellIfFiled(Incident incident) {
    if (incident.stage() == Stage.FILED) {
      tellFiled(incident);
    }
  }

  private void tellFiled(Incident incident) {
    events.publishEvent(new IncidentsFiled(List.of(incident.filed())));
  }

  /** What could not be filed at intake for want of a cell is filed now. */
  private void fileIfCategorySaysSo(Incident incident) {
    if (incident.stage() == Stage.COLLECTED
        && incident.placement() == Placement.IN_CELL
        && category(incident).autoFile()) {
      carryOut(
          new Move(
              incident,
              Command.FILE,
              incident.stage(),
              incident.areaPath(),
              Actor.SYSTEM,
              CommandDetails.NONE),
          null);
    }
  }
}
