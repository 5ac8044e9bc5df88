package org.gridward.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class WorkforceIT {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Workforce workforce;
  @Autowired Journal journal;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Worker worker(AreaPath area) {
    long user = people.user(Role.GRID_WORKER, area).id();
    return workforce.create(
        new NewWorker(user, "Worker " + user, null, area, Set.of("water"), 3, null), Actor.SYSTEM);
  }

  private List<JournalEntry> told(AreaPath area, String kind) {
    return journal.listAfter(org.gridward.journal.Cursor.START, area, 1000).stream()
        .filter(entry -> entry.kind().equals(kind))
        .toList();
  }

  @Test
  void answersWhoIsResponsibleMainFirst() {
    var district = ground.district(1, 2);
    Worker main = worker(district.top().path());
    Worker backup = worker(district.top().path());
    long cell = district.cells().getFirst().id();
    workforce.setResponsible(cell, main.id(), List.of(backup.id()), Actor.SYSTEM);
    assertThat(workforce.listResponsible(cell))
        .extracting(r -> r.worker().id(), Responsible::rank)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(main.id(), ResponsibilityRank.MAIN),
            org.assertj.core.groups.Tuple.tuple(backup.id(), ResponsibilityRank.BACKUP));
    assertThat(workforce.listCells(main.id())).containsExactly(cell);
  }

  @Test
  void keepsWhoWasResponsibleBefore() {
    var district = ground.district(1, 1);
    Worker first = worker(district.top().path());
    Worker second = worker(district.top().path());
    long cell = district.cells().getFirst().id();
    workforce.setResponsible(cell, first.id(), List.of(second.id()), Actor.SYSTEM);
    Instant then = Instant.now();
    workforce.setResponsible(cell, second.id(), List.of(), Actor.SYSTEM);
    assertThat(workforce.listResponsible(cell))
        .extracting(r -> r.worker().id())
        .containsExactly(second.id());
    assertThat(workforce.listResponsibleAt(cell, then))
        .extracting(r -> r.worker().id())
        .containsExactly(first.id(), second.id());
  }

  @Test
  void tellsDutyOnceForEachChange() {
    var district = ground.district(1, 1);
    Worker worker = worker(district.top().path());
    workforce.setDuty(worker.id(), true, Actor.SYSTEM);
    workforce.setDuty(worker.id(), true, Actor.SYSTEM);
    assertThat(workforce.listOnDuty(district.top().path()))
        .extracting(Worker::id)
        .containsExactly(worker.id());
    workforce.setDuty(worker.id(), false, Actor.SYSTEM);
    assertThat(workforce.listOnDuty(district.top().path())).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(told(district.top().path(), "duty.changed"))
                    .extracting(entry -> entry.payload().get("onDuty").asBoolean())
                    .containsExactly(true, false));
  }

  @Test
  void followsAShiftByItself() {
    var district = ground.district(1, 1);
    Worker worker = worker(district.top().path());
    Instant start = Instant.now().plusMillis(1500);
    workforce.addShift(worker.id(), start, start.plusMillis(1500), Actor.SYSTEM);
    assertThat(workforce.get(worker.id()).onDuty()).isFalse();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(told(district.top().path(), "duty.changed"))
                    .extracting(entry -> entry.payload().get("onDuty").asBoolean())
                    .containsExactly(true, false));
  }

  @Test
  void refusesOverlappingShifts() {
    var district = ground.district(1, 1);
    Worker worker = worker(district.top().path());
    Instant from = Instant.parse("2031-01-01T08:00:00Z");
    workforce.addShift(worker.id(), from, from.plusSeconds(3600), Actor.SYSTEM);
    assertThatThrownBy(
            () ->
                workforce.addShift(
                    worker.id(), from.plusSeconds(1800), from.plusSeconds(7200), Actor.SYSTEM))
        .isInstanceOf(Problem.Conflict.class);
    workforce.addShift(worker.id(), from.plusSeconds(3600), from.plusSeconds(7200), Actor.SYSTEM);
  }

  @Test
  void hearsOfChangesMadeByAnotherProcess() {
    var district = ground.district(1, 1);
    Worker worker = worker(district.top().path());
    transaction.executeWithoutResult(
        _ -> {
          jdbc.sql("update worker set duty = 'ON' where id = :id")
              .param("id", worker.id())
              .update();
          journal.append(
              new org.gridward.journal.NewEntry(
                  "duty.changed",
                  district.top().path(),
                  new org.gridward.journal.Subject("worker", Long.toString(worker.id())),
                  null,
                  null,
                  Actor.SYSTEM,
                  Map.of("workerId", worker.id())));
        });
    await().untilAsserted(() -> assertThat(workforce.get(worker.id()).onDuty()).isTrue());
  }

  @Test
  void locatesAPointWithItsAreasAndItsWorker() {
    var district = ground.district(1, 2);
    Worker worker = worker(district.top().path());
    long cell = district.cells().get(1).id();
    workforce.setResponsible(cell, worker.id(), List.of(), Actor.SYSTEM);
    var point = district.centre(1);
    String path = "/api/locate?lon=" + point.lon() + "&lat=" + point.lat();
    var own = TestClient.withKey(port, people.key(Role.OPERATOR, district.top().path())).get(path);
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.json().at("/cell/id").asLong()).isEqualTo(cell);
    assertThat(own.json().at("/areas").size()).isEqualTo(3);
    assertThat(own.json().at("/responsible/workerId").asLong()).isEqualTo(worker.id());
    assertThat(own.json().at("/responsible/rank").asString()).isEqualTo("MAIN");
    var other = ground.district(1, 1).top().path();
    var foreign = TestClient.withKey(port, people.key(Role.OPERATOR, other)).get(path);
    assertThat(foreign.json().at("/responsible").isNull()).isTrue();
  }
}
