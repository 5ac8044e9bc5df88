package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gridward.Gridward;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.testing.TestCluster;
import org.gridward.workforce.Worker;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What is due and what runs out survives the server, because it is rows and not threads. */
class DispatchRestartIT {

  private final String database = TestCluster.newDatabase();

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Gridward.class)
        .run(
            "--server.port=0",
            "--gridward.secret-key=dGhlIHNlY3JldCBvZiBhbGwgdGVzdHMsIDMyIGJ5dGU=",
            "--server.address=127.0.0.1",
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=" + TestCluster.cluster().user(),
            "--spring.datasource.password=" + TestCluster.cluster().password());
  }

  private static Assignment awaitOffer(
      ConfigurableApplicationContext server, UUID incident, Worker worker) {
    Assignments assignments = server.getBean(Assignments.class);
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> assignments.listActive(List.of(incident)).get(incident),
            active -> active != null && active.workerId() == worker.id());
  }

  @Test
  void dueWorkAndTimersOutliveTheServer() {
    UUID incident;
    Worker main;
    Worker backup;
    try (var first = start()) {
      first.getBean(Dispatcher.class).stop();
      TestCrew crew = first.getBean(TestCrew.class);
      District district = first.getBean(TestGround.class).district(1, 1);
      main = crew.onDuty(district.communities().getFirst().path(), 2);
      backup = crew.onDuty(district.communities().getFirst().path(), 2);
      crew.responsible(district.cells().getFirst().id(), main, backup);
      incident = crew.incident(district, 0);
    }
    try (var second = start()) {
      Assignment offer = awaitOffer(second, incident, main);
      second.getBean(Dispatcher.class).stop();
      second.getBean(com.github.kagkarlsson.scheduler.Scheduler.class).pause();
      second.getBean(TestCrew.class).runOut(offer.id());
    }
    try (var third = start()) {
      awaitOffer(third, incident, backup);
      third.getBean(Invariants.class).check(incident);
      assertThat(third.getBean(Assignments.class).listOfIncident(incident))
          .extracting(Assignment::state)
          .containsExactly(AssignmentState.EXPIRED, AssignmentState.OFFERED);
    }
  }
}
