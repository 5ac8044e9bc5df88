package org.gridward.incident.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.Area;
import org.gridward.grid.CellLocator;
import org.gridward.grid.GroundChanged;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.IncidentRedrawn;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.gridward.shared.OnServer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When cells come to be where there were none, by a first division or an import, open incidents
 * that lie in no cell are located again by their point, some at a time, each with its journal
 * entry. Ended ones stay in none: that is where they were (decision 0322).
 */
@Component
@OnServer
class IncidentsOutside {

  private static final int PAGE = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final EntityManager entities;
  private final CellLocator cells;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  IncidentsOutside(
      JdbcClient jdbc,
      EntityManager entities,
      CellLocator cells,
      Journal journal,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.cells = cells;
    this.journal = journal;
    this.events = events;
    this.transaction = transaction;
  }

  private record Outside(UUID id, double lon, double lat) {}

  @EventListener(GroundChanged.class)
  void locateAgain() {
    List<Outside> page;
    UUID after = FIRST;
    do {
      page = list(after);
      List<Outside> found =
          page.stream().filter(one -> cells.locate(one.lon(), one.lat()).isPresent()).toList();
      if (!found.isEmpty()) {
        transaction.executeWithoutResult(_ -> found.forEach(this::move));
      }
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == PAGE);
  }

  private List<Outside> list(UUID after) {
    return jdbc.sql(
            """
            select id, st_x(location) as lon, st_y(location) as lat from incident
            where placement = 'OUTSIDE' and location is not null
              and stage not in ('CLOSED', 'EVALUATED', 'DISMISSED') and id > ?
            order by id limit ?
            """)
        .params(after, PAGE)
        .query(
            (row, number) ->
                new Outside(
                    row.getObject("id", UUID.class), row.getDouble("lon"), row.getDouble("lat")))
        .list();
  }

  private void move(Outside one) {
    Optional<Area> cell = cells.locate(one.lon(), one.lat());
    Incident incident = entities.find(Incident.class, one.id(), LockModeType.PESSIMISTIC_WRITE);
    if (cell.isEmpty() || incident == null || !incident.isOutside() || !incident.stage().open()) {
      return; // another server, or somebody, was faster
    }
    incident.comeInto(cell.get().id(), cell.get().path());
    entities.flush();
    journal.append(
        Story.moved(
            Command.LOCATE,
            incident.stage(),
            incident.compact(),
            Actor.SYSTEM,
            CommandDetails.because("cells have come to be here")));
    events.publishEvent(new IncidentRedrawn(one.id(), cell.get().path()));
  }
}
