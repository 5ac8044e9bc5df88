package org.gridward.workforce;

import java.util.Map;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Component;

/** Tells the journal what this module has changed. */
@Component
class WorkforceJournal {

  private final Journal journal;

  WorkforceJournal(Journal journal) {
    this.journal = journal;
  }

  void workerChanged(long workerId, AreaPath area, Map<String, Object> payload, Actor actor) {
    append("worker.changed", "worker", workerId, area, payload, actor);
  }

  void dutyChanged(long workerId, AreaPath area, boolean onDuty, Duty duty, Actor actor) {
    append(
        "duty.changed",
        "worker",
        workerId,
        area,
        Map.of("workerId", workerId, "onDuty", onDuty, "duty", duty),
        actor);
  }

  void responsibilityChanged(long cellId, AreaPath area, Map<String, Object> payload, Actor actor) {
    append("responsibility.changed", "area", cellId, area, payload, actor);
  }

  private void append(
      String kind, String type, long id, AreaPath area, Object payload, Actor actor) {
    journal.append(
        new NewEntry(kind, area, new Subject(type, Long.toString(id)), null, null, actor, payload));
  }
}
