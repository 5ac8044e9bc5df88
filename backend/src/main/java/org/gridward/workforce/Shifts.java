package org.gridward.workforce;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of shifts; both edges of each are due work, told when their time has come. */
@Component
class Shifts {

  private static final String COLUMNS =
      "select id, worker_id, lower(during) as starts, upper(during) as ends from duty_shift ";

  private final JdbcClient jdbc;
  private final DutyBook duty;
  private final LiveRoster roster;
  private final WorkforceJournal journal;
  private final ObjectProvider<SchedulerClient> scheduler;

  Shifts(
      JdbcClient jdbc,
      DutyBook duty,
      LiveRoster roster,
      WorkforceJournal journal,
      ObjectProvider<SchedulerClient> scheduler) {
    this.jdbc = jdbc;
    this.duty = duty;
    this.roster = roster;
    this.journal = journal;
    this.scheduler = scheduler;
  }

  /** Plans all of them or, where one cannot be, none. */
  List<Shift> add(Worker worker, List<Shift.Plan> plans, Actor actor) {
    List<Shift> added = new ArrayList<>();
    for (Shift.Plan plan : plans) {
      added.add(add(worker.id(), plan));
    }
    changed(worker.id(), worker, actor);
    return added;
  }

  private Shift add(long workerId, Shift.Plan plan) {
    if (!plan.isPossible()) {
      throw WorkforceProblems.shiftOrder();
    }
    long id = insert(workerId, plan.from(), plan.to());
    scheduler.ifAvailable(
        client -> {
          ShiftEdges.plan(client, id, workerId, plan.from());
          ShiftEdges.plan(client, id, workerId, plan.to());
        });
    return new Shift(id, workerId, plan.from(), plan.to());
  }

  /** Overlap is refused by a lock on the worker and this look, and by a constraint besides. */
  private long insert(long workerId, Instant from, Instant to) {
    jdbc.sql("select id from worker where id = :id for update")
        .param("id", workerId)
        .query(Long.class)
        .single();
    return jdbc.sql(
            """
            insert into duty_shift (worker_id, during)
            select :worker, tstzrange(:from, :to) where not exists (
              select from duty_shift where worker_id = :worker and during && tstzrange(:from, :to))
            returning id
            """)
        .param("worker", workerId)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .orElseThrow(WorkforceProblems::shiftOverlaps);
  }

  void remove(long shiftId, Actor actor) {
    Shift shift = get(shiftId);
    jdbc.sql("delete from duty_shift where id = :id").param("id", shiftId).update();
    RosterEntry entry = roster.current().find(shift.workerId());
    if (entry != null) {
      changed(shift.workerId(), entry.on(), actor);
    }
  }

  private void changed(long workerId, Worker worker, Actor actor) {
    roster.refreshWorkerAfterCommit(workerId);
    journal.workerChanged(
        workerId, worker.area(), Map.of("workerId", workerId, "what", "shifts"), actor);
    duty.settle(workerId, actor);
  }

  Shift get(long shiftId) {
    return jdbc.sql(COLUMNS + "where id = :id")
        .param("id", shiftId)
        .query((row, _) -> RosterRows.shift(row))
        .optional()
        .orElseThrow(() -> WorkforceProblems.unknownShift(shiftId));
  }

  List<Shift> list(long workerId, Instant since) {
    return jdbc.sql(
            COLUMNS + "where worker_id = :worker and upper(during) > :since order by lower(during)")
        .param("worker", workerId)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, _) -> RosterRows.shift(row))
        .list();
  }
}
