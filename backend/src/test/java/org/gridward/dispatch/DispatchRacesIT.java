package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridward.dispatch.Assignments.Feedback;
import org.gridward.dispatch.Dispatching.Order;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.Incidents;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.gridward.testing.PostgisTest;
import org.gridward.workforce.Worker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The server's own dispatcher rests here, so that the tests say who takes turns, and when. */
@PostgisTest
class DispatchRacesIT {

  private static final Actor OPERATOR = Actor.user(4712);

  @Autowired TestGround ground;
  @Autowired TestCrew crew;
  @Autowired Dispatcher dispatcher;
  @Autowired DispatchTurn turn;
  @Autowired OfferExpiry expiry;
  @Autowired Assignments assignments;
  @Autowired Dispatching dispatching;
  @Autowired Incidents incidents;
  @Autowired Invariants invariants;

  private District district;

  @BeforeEach
  void prepare() {
    dispatcher.stop();
    while (turn.take(50) > 0) {
      // what other tests have left
    }
    district = ground.district(1, 2);
  }

  @AfterEach
  void wake() {
    dispatcher.start();
  }

  private long cell() {
    return district.cells().getFirst().id();
  }

  private Worker worker(int capacity) {
    return crew.onDuty(district.communities().getFirst().path(), capacity);
  }

  /** Runs all at the same instant; a {@link Problem} is an answer, anything else a fault. */
  private static List<String> atOnce(List<Callable<?>> jobs) throws Exception {
    CyclicBarrier start = new CyclicBarrier(jobs.size());
    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs.size())) {
      List<Future<String>> running =
          jobs.stream().map(job -> threads.submit(() -> answer(start, job))).toList();
      for (Future<String> one : running) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  private static String answer(CyclicBarrier start, Callable<?> job) throws Exception {
    start.await();
    try {
      job.call();
      return "ok";
    } catch (Problem problem) {
      return problem.code();
    }
  }

  @Test
  void eightDispatchersShareOneQueue() throws Exception {
    Worker main = worker(20);
    Worker backup = worker(15);
    Worker near = worker(5);
    crew.responsible(cell(), main, backup);
    List<UUID> filed = IntStream.range(0, 60).mapToObj(n -> crew.incident(district, 0)).toList();

    atOnce(
        IntStream.range(0, 8)
            .<Callable<?>>mapToObj(thread -> () -> drain(1 + thread % 4))
            .toList());
    drain(50);

    assertThat(invariants.active(main.id())).isEqualTo(20);
    assertThat(invariants.active(backup.id())).isEqualTo(15);
    assertThat(invariants.active(near.id())).isEqualTo(5);
    filed.forEach(invariants::check);
    assertThat(filed).filteredOn(id -> dispatching.findWaitingReason(id).isPresent()).hasSize(20);
    assertThat(filed).allMatch(id -> assignments.listOfIncident(id).size() <= 1);
  }

  private int drain(int limit) {
    int idle = 0;
    int settled = 0;
    while (idle < 3) {
      int now = turn.take(limit);
      settled += now;
      idle = now == 0 ? idle + 1 : 0;
    }
    return settled;
  }

  @Test
  void twoOperatorsAssignAtOnceAndOneIsTold() throws Exception {
    Worker one = worker(50);
    Worker two = worker(50);
    for (int round = 0; round < 10; round++) {
      UUID incident = crew.incident(district, 0);
      Order seen = new Order(incidents.get(incident).version(), null, OPERATOR);

      List<String> answers =
          atOnce(
              List.of(
                  () -> dispatching.assign(incident, one.id(), seen),
                  () -> dispatching.assign(incident, two.id(), seen),
                  () -> turn.take(5)));

      invariants.check(incident);
      assertThat(assignments.listActive(List.of(incident))).hasSize(1);
      assertThat(answers.subList(0, 2)).contains("version-conflict");
    }
  }

  @Test
  void acceptExpireRecallAndCloseMeet() throws Exception {
    Worker main = worker(100);
    Worker backup = worker(100);
    crew.responsible(cell(), main, backup);
    for (int round = 0; round < 12; round++) {
      UUID incident = crew.incident(district, 0);
      drain(10);
      Assignment offer = assignments.listActive(List.of(incident)).get(incident);
      boolean runsOut = round % 2 == 0;
      if (runsOut) {
        crew.runOutSilently(offer.id());
      }
      Order order = new Order(null, "needed elsewhere", OPERATOR);
      List<Callable<?>> jobs = new ArrayList<>();
      jobs.add(() -> assignments.accept(offer.id(), main.id(), Actor.user(main.userId())));
      jobs.add(() -> assignments.refuse(offer.id(), main.id(), "no", Actor.user(main.userId())));
      jobs.add(
          () -> {
            expiry.expire(offer.id());
            return null;
          });
      jobs.add(() -> dispatching.recall(incident, order));
      jobs.add(() -> dispatching.dispatch(incident, order));
      jobs.add(() -> turn.take(3));
      if (round % 3 == 0) {
        jobs.add(
            () ->
                incidents.execute(
                    incident, Command.SETTLE, null, OPERATOR, CommandDetails.because("solved")));
      }

      atOnce(jobs);

      invariants.check(incident);
      drain(10);
      invariants.check(incident);
    }
  }

  @Test
  void holdsItsInvariantsThroughRandomStories() {
    for (int seed = 0; seed < 6; seed++) {
      District own = ground.district(1, 1);
      List<Worker> crewOfThree =
          IntStream.range(0, 3)
              .mapToObj(n -> crew.onDuty(own.communities().getFirst().path(), 2))
              .toList();
      crew.responsible(own.cells().getFirst().id(), crewOfThree.get(0), crewOfThree.get(1));
      List<UUID> ids = IntStream.range(0, 4).mapToObj(n -> crew.incident(own, 0)).toList();
      Random random = new Random(seed);
      for (int step = 0; step < 60; step++) {
        UUID id = ids.get(random.nextInt(ids.size()));
        String did = doSomething(random, id, crewOfThree.get(random.nextInt(3)));
        assertThat(ids).as("seed %d, step %d: %s", seed, step, did).allSatisfy(invariants::check);
      }
    }
  }

  private String doSomething(Random random, UUID id, Worker worker) {
    Assignment active = assignments.listActive(List.of(id)).get(id);
    Order order = new Order(null, "because", OPERATOR);
    Actor self = Actor.user(worker.userId());
    int what = random.nextInt(14);
    try {
      switch (what) {
        case 0, 1, 2 -> turn.take(1 + random.nextInt(4));
        case 3 -> dispatching.assign(id, worker.id(), order);
        case 4 -> dispatching.recall(id, order);
        case 5 -> dispatching.dispatch(id, order);
        case 6 ->
            incidents.execute(id, Command.DISMISS, null, OPERATOR, CommandDetails.because("x"));
        case 7 ->
            incidents.execute(id, Command.REWORK, null, OPERATOR, CommandDetails.because("x"));
        default -> workerSays(what, active, self);
      }
      return "done " + what;
    } catch (Problem problem) {
      return what + " refused: " + problem.code();
    }
  }

  private void workerSays(int what, @Nullable Assignment active, Actor self) {
    if (active == null) {
      return;
    }
    long owner = active.workerId();
    switch (what) {
      case 8 -> assignments.opened(active.id(), owner, self);
      case 9, 10 -> assignments.accept(active.id(), owner, self);
      case 11 -> assignments.arrive(active.id(), owner, self);
      case 12 -> assignments.done(active.id(), owner, new Feedback("ok", List.of()), self);
      default -> {
        crew.runOutSilently(active.id());
        expiry.expire(active.id());
      }
    }
  }
}
