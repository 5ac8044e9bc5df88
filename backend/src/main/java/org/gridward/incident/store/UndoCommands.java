package org.gridward.incident.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.Command;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentEnded;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.IncidentsFiled;
import org.gridward.incident.Stage;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes moves back: the incident is again what it was before, with a journal entry of its own. */
@Component
public class UndoCommands {

  private final EntityManager entities;
  private final MementoRows mementos;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  UndoCommands(
      EntityManager entities,
      MementoRows mementos,
      Journal journal,
      ApplicationEventPublisher events) {
    this.entities = entities;
    this.mementos = mementos;
    this.journal = journal;
    this.events = events;
  }

  /** Payload of {@code incident.undone}: {@code command} is the code of what was taken back. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Undone(CompactIncident incident, String command, Stage from) {}

  @Transactional
  public Optional<IncidentView> undo(UUID id, Command undone, int versionAfter, Actor actor) {
    Incident incident = entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (incident == null) {
      throw new IncidentUnknown(id);
    }
    return mementos
        .take(id, versionAfter)
        .map(
            before -> {
              Stage from = incident.stage();
              incident.restore(before, undone);
              entities.flush();
              CompactIncident after = incident.compact();
              journal.append(
                  Story.of(
                      "incident.undone", after, actor, new Undone(after, undone.code(), from)));
              tell(incident, from, undone, actor);
              return incident.view();
            });
  }

  public boolean knows(UUID id, int versionAfter) {
    return mementos.holds(id, versionAfter);
  }

  private void tell(Incident incident, Stage from, Command undone, Actor actor) {
    Stage to = incident.stage();
    boolean filedAnew = to == Stage.FILED && (from != to || undone == Command.RECATEGORISE);
    if (filedAnew) {
      events.publishEvent(new IncidentsFiled(List.of(incident.filed())));
    } else if (from != to && from.open()) {
      events.publishEvent(
          new IncidentEnded(incident.compact().id(), from, to, actor, "it was undone"));
    }
  }
}
