package org.gridward.incident.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.incident.Assignee;
import org.gridward.incident.Command;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Stage;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one move that comes in bursts, for many incidents by one statement: an offer was made. It
 * goes past the entity, so none of the incidents may be loaded in the transaction.
 */
@Component
public class DispatchedInBulk {

  private static final String MOVE =
      """
      update incident set stage = 'DISPATCHED', version = version + 1
      where id = any(?) and stage = 'FILED'
      returning
      """
          + IncidentRows.COLUMNS;

  private final JdbcClient jdbc;
  private final Journal journal;

  DispatchedInBulk(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** FILED to DISPATCHED for all, which the caller has locked and seen at FILED; by id. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, CompactIncident> mark(Map<UUID, Assignee> holders, Actor actor) {
    Map<UUID, CompactIncident> after = new LinkedHashMap<>();
    List<NewEntry> entries = new ArrayList<>();
    for (IncidentView moved : move(holders)) {
      Assignee holder = Objects.requireNonNull(holders.get(moved.id()));
      CompactIncident compact = moved.compact().heldBy(holder);
      after.put(moved.id(), compact);
      entries.add(Story.moved(Command.DISPATCH, Stage.FILED, compact, actor));
    }
    if (after.size() != holders.size()) {
      throw new IllegalStateException("an incident was moved without the lock");
    }
    journal.append(entries);
    return after;
  }

  private List<IncidentView> move(Map<UUID, Assignee> holders) {
    return jdbc.sql(MOVE)
        .param(holders.keySet().toArray(UUID[]::new))
        .query((row, n) -> IncidentRows.read(row))
        .list();
  }
}
