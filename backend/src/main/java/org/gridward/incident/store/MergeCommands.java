package org.gridward.incident.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridward.incident.Command;
import org.gridward.incident.Duplicates.Order;
import org.gridward.incident.IncidentEnded;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.IncidentsFiled;
import org.gridward.incident.NotASurvivor;
import org.gridward.incident.Stage;
import org.gridward.incident.place.Texts;
import org.gridward.journal.Journal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Merges incidents and takes them apart, each in one transaction with its journal entries. */
@Component
public class MergeCommands {

  private static final int MAX_REASON = 500;

  private final EntityManager entities;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MergeCommands(
      EntityManager entities, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.entities = entities;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public IncidentView merge(UUID duplicateId, UUID survivorId, Order order) {
    Map<UUID, Incident> locked = lock(duplicateId, survivorId);
    Incident duplicate = Objects.requireNonNull(locked.get(duplicateId));
    Incident survivor = Objects.requireNonNull(locked.get(survivorId));
    duplicate.requireVersion(order.version());
    if (duplicate == survivor || !survivor.stage().open()) {
      throw NotASurvivor.of(survivor.compact(), duplicate == survivor);
    }
    Stage from = duplicate.stage();
    String reason = Texts.clean("reason", order.reason(), MAX_REASON);
    duplicate.merge(survivorId, reason, order.actor(), now());
    entities.flush();
    tell(Command.MERGE, from, duplicate, survivor, order);
    events.publishEvent(new IncidentEnded(duplicateId, from, Stage.MERGED, order.actor(), reason));
    return duplicate.view();
  }

  @Transactional
  public IncidentView unmerge(UUID duplicateId, Order order) {
    Incident duplicate = Objects.requireNonNull(lock(duplicateId, duplicateId).get(duplicateId));
    duplicate.requireVersion(order.version());
    UUID survivorId = duplicate.unmerge();
    Incident survivor = entities.find(Incident.class, survivorId);
    entities.flush();
    tell(Command.UNMERGE, Stage.MERGED, duplicate, survivor, order);
    if (duplicate.stage() == Stage.FILED) {
      events.publishEvent(new IncidentsFiled(List.of(duplicate.filed())));
    }
    return duplicate.view();
  }

  /** Always in one order, so that nobody waits in a circle. */
  private Map<UUID, Incident> lock(UUID one, UUID other) {
    Map<UUID, Incident> locked = new HashMap<>();
    Stream.of(one, other)
        .distinct()
        .sorted()
        .forEach(
            id -> {
              Incident incident = entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
              if (incident == null) {
                throw new IncidentUnknown(id);
              }
              locked.put(id, incident);
            });
    return locked;
  }

  /** In the story of each of the two. */
  private void tell(
      Command command, Stage from, Incident duplicate, Incident survivor, Order order) {
    String reason = Texts.clean("reason", order.reason(), MAX_REASON);
    journal.append(
        List.of(
            Story.merged(
                command, from, duplicate.compact(), survivor.compact(), reason, order.actor()),
            Story.duplicates(
                command, survivor.compact(), duplicate.compact(), reason, order.actor())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
