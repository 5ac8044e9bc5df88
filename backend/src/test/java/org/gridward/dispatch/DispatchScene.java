package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.gridward.dispatch.Dispatching.Order;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.incident.Incidents;
import org.gridward.incident.Stage;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A district of four cells with what dispatch's tests do in it. */
@PostgisTest
abstract class DispatchScene {

  static final Actor OPERATOR = Actor.user(4711);

  @Autowired TestGround ground;
  @Autowired TestCrew crew;
  @Autowired Assignments assignments;
  @Autowired Dispatching dispatching;
  @Autowired Incidents incidents;
  @Autowired Workforce workforce;
  @Autowired Journal journal;

  District district;

  @BeforeEach
  void layGround() {
    district = ground.district(2, 2);
  }

  long cell(int index) {
    return district.cells().get(index).id();
  }

  Worker worker(int capacity, String... skills) {
    return crew.onDuty(district.communities().getFirst().path(), capacity, skills);
  }

  Assignment awaitOffer(UUID incident, Worker worker) {
    return await()
        .until(
            () -> assignments.listActive(List.of(incident)).get(incident),
            active -> active != null && active.workerId() == worker.id());
  }

  void awaitWaiting(UUID incident, Reason reason) {
    await()
        .untilAsserted(() -> assertThat(dispatching.findWaitingReason(incident)).contains(reason));
  }

  Stage stage(UUID incident) {
    return incidents.get(incident).stage();
  }

  Order order(UUID incident) {
    return new Order(incidents.get(incident).version(), "because", OPERATOR);
  }

  List<String> kinds(UUID incident) {
    return journal.listOfIncident(incident).stream()
        .map(JournalEntry::kind)
        .filter(kind -> kind.startsWith("assignment.") || kind.startsWith("dispatch."))
        .toList();
  }

  static Actor self(Worker worker) {
    return Actor.user(worker.userId());
  }
}
