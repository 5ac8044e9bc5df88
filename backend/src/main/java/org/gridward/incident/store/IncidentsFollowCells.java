package org.gridward.incident.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridward.gis.cells.CellIndex;
import org.gridward.grid.CellsChanged;
import org.gridward.incident.Assignee;
import org.gridward.incident.Assignees;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentRedrawn;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When cells are redrawn, open incidents come into the cell in which their point lies now; those
 * without a point follow the largest part (decision 0231). Ended ones keep the cell they had.
 */
@Component
class IncidentsFollowCells {

  private final JdbcClient jdbc;
  private final EntityManager entities;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Assignees> assignees;

  IncidentsFollowCells(
      JdbcClient jdbc,
      EntityManager entities,
      Journal journal,
      ApplicationEventPublisher events,
      ObjectProvider<Assignees> assignees) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.journal = journal;
    this.events = events;
    this.assignees = assignees;
  }

  private record Open(UUID id, long cellId, @Nullable Double lon, @Nullable Double lat) {}

  @EventListener
  void on(CellsChanged changed) {
    CellIndex index = changed.index();
    for (Open open : listOpen(changed)) {
      long to = cellOf(open, index, changed);
      if (to != open.cellId()) {
        move(open.id(), to, Objects.requireNonNull(changed.paths().get(to)), changed.actor());
      }
    }
  }

  /** By area path, which has an index. */
  private List<Open> listOpen(CellsChanged changed) {
    String[] paths =
        changed.heirs().keySet().stream()
            .map(id -> Objects.requireNonNull(changed.paths().get(id)).value())
            .toArray(String[]::new);
    return jdbc.sql(
            """
            select id, cell_id, st_x(location) as lon, st_y(location) as lat from incident
            where area_path = any(?) and cell_id is not null
              and stage not in ('CLOSED', 'EVALUATED', 'DISMISSED', 'MERGED') order by id
            """)
        .param(paths)
        .query(
            (row, number) ->
                new Open(
                    row.getObject("id", UUID.class),
                    row.getLong("cell_id"),
                    row.getObject("lon", Double.class),
                    row.getObject("lat", Double.class)))
        .list();
  }

  private static long cellOf(Open open, CellIndex index, CellsChanged changed) {
    if (open.lon() != null && open.lat() != null) {
      long found = index.locate(open.lon(), open.lat());
      if (found != CellIndex.NONE) {
        return found;
      }
    }
    return Objects.requireNonNull(changed.heirs().get(open.cellId()));
  }

  private void move(UUID id, long cellId, AreaPath path, Actor actor) {
    Incident incident =
        Objects.requireNonNull(entities.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE));
    AreaPath from = incident.areaPath();
    incident.follow(cellId, path);
    entities.flush();
    CompactIncident after = incident.compact().heldBy(holder(id));
    journal.append(
        Story.moved(
            Command.LOCATE,
            incident.stage(),
            after,
            actor,
            CommandDetails.because("the cells were redrawn")));
    if (!from.contains(path)) {
      journal.append(Story.left(from, after, actor));
    }
    events.publishEvent(new IncidentRedrawn(id, path));
  }

  private @Nullable Assignee holder(UUID id) {
    Assignees source = assignees.getIfAvailable();
    return source == null ? null : source.listActive(List.of(id)).get(id);
  }
}
