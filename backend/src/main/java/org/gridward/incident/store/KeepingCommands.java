package org.gridward.incident.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.Assignees;
import org.gridward.incident.Command;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.incident.Keeping.Order;
import org.gridward.incident.NotEscalated;
import org.gridward.incident.place.Texts;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands cases over and up, each in one transaction with its journal entry. */
@Component
public class KeepingCommands {

  private static final int MAX_NOTE = 4000;

  private final EntityManager entities;
  private final Journal journal;
  private final ObjectProvider<Assignees> assignees;

  KeepingCommands(EntityManager entities, Journal journal, ObjectProvider<Assignees> assignees) {
    this.entities = entities;
    this.journal = journal;
    this.assignees = assignees;
  }

  /**
   * Payload of {@code incident.handed_over}, {@code escalated} and {@code given_back}.
   *
   * @param to who has it now, the text of an actor; null is nobody in particular
   * @param from who had it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Handed(
      CompactIncident incident,
      String command,
      @Nullable String from,
      @Nullable String to,
      @Nullable String note) {}

  @Transactional
  public IncidentView handOver(UUID id, @Nullable Long userId, Order order) {
    Incident incident = lock(id, order);
    Long before = incident.keeper();
    incident.handOver(userId);
    return told(Command.HAND_OVER, incident, before, order);
  }

  /** Null gives it back. */
  @Transactional
  public IncidentView escalate(UUID id, @Nullable Escalated to, Order order) {
    Incident incident = lock(id, order);
    Long before = incident.keeper();
    if (to == null && incident.compact().escalated() == null) {
      throw NotEscalated.atAll(incident.compact().number());
    }
    incident.escalate(to);
    return told(to == null ? Command.GIVE_BACK : Command.ESCALATE, incident, before, order);
  }

  private Incident lock(UUID id, Order order) {
    Incident incident = entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (incident == null) {
      throw new IncidentUnknown(id);
    }
    incident.requireVersion(order.version());
    return incident;
  }

  private IncidentView told(
      Command command, Incident incident, @Nullable Long before, Order order) {
    entities.flush();
    Assignees source = assignees.getIfAvailable();
    CompactIncident bare = incident.compact();
    CompactIncident after =
        source == null ? bare : bare.heldBy(source.listActive(List.of(bare.id())).get(bare.id()));
    Handed payload =
        new Handed(
            after,
            command.code(),
            text(before),
            text(incident.keeper()),
            Texts.clean("note", order.note(), MAX_NOTE));
    journal.append(Story.of(command.kind(), after, order.actor(), payload));
    return incident.view();
  }

  private static @Nullable String text(@Nullable Long userId) {
    return userId == null ? null : Actor.user(userId).value();
  }
}
