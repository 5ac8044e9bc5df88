package org.gridward.dispatch;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.incident.Channel;
import org.gridward.incident.IncidentIntake;
import org.gridward.incident.NewReport;
import org.gridward.incident.Place;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.TestPeople;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes workers and incidents for dispatch's tests. */
@Component
@Lazy
public class TestCrew {

  private final TestPeople people;
  private final Workforce workforce;
  private final IncidentIntake intake;
  private final JdbcClient jdbc;

  TestCrew(TestPeople people, Workforce workforce, IncidentIntake intake, JdbcClient jdbc) {
    this.people = people;
    this.workforce = workforce;
    this.intake = intake;
    this.jdbc = jdbc;
  }

  /** A worker on duty. */
  public Worker onDuty(AreaPath area, int capacity, String... skills) {
    Worker worker = offDuty(area, capacity, skills);
    workforce.setDuty(worker.id(), true, Actor.SYSTEM);
    return worker;
  }

  public Worker offDuty(AreaPath area, int capacity, String... skills) {
    User user = people.user(Role.GRID_WORKER, area);
    return workforce.create(
        new NewWorker(user.id(), user.name(), null, area, Set.of(skills), capacity, null),
        Actor.SYSTEM);
  }

  public void responsible(long cell, @Nullable Worker main, Worker... backups) {
    workforce.setResponsible(
        cell,
        main == null ? null : main.id(),
        List.of(backups).stream().map(Worker::id).toList(),
        Actor.SYSTEM);
  }

  /** An incident filed in the middle of the cell. */
  public UUID incident(District district, int cell) {
    return incident(district, cell, "noise");
  }

  public UUID incident(District district, int cell, String category) {
    var point = district.centre(cell);
    return intake
        .accept(
            new NewReport(
                Channel.OPERATOR,
                Actor.user(1),
                category,
                null,
                Place.point(point.lon(), point.lat()),
                "told",
                List.of(),
                null,
                null,
                null,
                null))
        .id();
  }

  /** Makes the offer run out now: its timer fires at the next look of the scheduler. */
  public void runOut(UUID assignment) {
    runOutSilently(assignment);
    jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance = ?")
        .param(assignment.toString())
        .update();
  }

  /** Makes the offer run out now, but lets its timer sleep. */
  public void runOutSilently(UUID assignment) {
    jdbc.sql("update assignment set expires_at = now() - interval '1 s' where id = ?")
        .param(assignment)
        .update();
  }
}
