package org.gridward.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.Actor;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A manned district for tests: cells, an operator, and one worker on duty for each community. */
@Component
@Lazy
public class TestDistrict {

  private final TestGround ground;
  private final TestPeople people;
  private final Workforce workforce;

  TestDistrict(TestGround ground, TestPeople people, Workforce workforce) {
    this.ground = ground;
    this.people = people;
    this.workforce = workforce;
  }

  /** A worker with the login that signs them in (password: {@link TestPeople#PASSWORD}). */
  public record Manned(Worker worker, User user) {}

  /** The workers stand in the order of the communities. */
  public record District(TestGround.District ground, User operator, List<Manned> workers) {}

  /** Each worker is the main responsible of every cell of their community, and on duty. */
  public District manned(int communities, int cellsEach) {
    TestGround.District land = ground.district(communities, cellsEach);
    User operator = people.user(Role.OPERATOR, land.top().path());
    List<Manned> workers = new ArrayList<>();
    for (var community : land.communities()) {
      User user = people.user(Role.GRID_WORKER, community.path());
      Worker worker =
          workforce.create(
              new NewWorker(user.id(), user.name(), null, community.path(), Set.of(), 50, null),
              Actor.SYSTEM);
      workforce.setDuty(worker.id(), true, Actor.SYSTEM);
      land.cells().stream()
          .filter(cell -> cell.path().value().startsWith(community.path().value()))
          .forEach(
              cell -> workforce.setResponsible(cell.id(), worker.id(), List.of(), Actor.SYSTEM));
      workers.add(new Manned(worker, user));
    }
    return new District(land, operator, workers);
  }
}
