package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.identity.Role;
import org.gridward.incident.Duplicates;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.Stage;
import org.gridward.incident.UndoneMoves;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@PostgisTest
class UndoIT {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;
  @Autowired Incidents incidents;
  @Autowired Assignments assignments;
  @Autowired UndoneMoves moves;
  @Autowired Duplicates duplicates;
  @Autowired Dispatching dispatching;
  @Autowired Journal journal;

  private District district;
  private TestClient operator;
  private TestClient colleague;

  @BeforeEach
  void meet() {
    district = districts.manned(2, 1);
    operator = TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
    colleague =
        TestClient.signedIn(
            port,
            people.user(Role.OPERATOR, district.ground().top().path()).login(),
            TestPeople.PASSWORD);
  }

  private UUID report(String category) {
    var at = district.ground().centre(0);
    Answer answer =
        operator.post(
            "/api/incidents",
            Map.of("category", category, "place", Map.of("lon", at.lon(), "lat", at.lat())));
    return UUID.fromString(answer.json().path("id").asString());
  }

  private int version(UUID id) {
    return incidents.get(id).version();
  }

  private Answer command(UUID id, String command, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("version", version(id));
    return operator.post("/api/incidents/" + id + "/" + command, body);
  }

  private Answer undo(TestClient by, UUID id) {
    return by.post("/api/incidents/" + id + "/undo", Map.of("version", version(id)));
  }

  private void awaitStage(UUID id, Stage stage) {
    await().until(() -> incidents.get(id).stage() == stage);
  }

  private Assignment active(UUID id) {
    return assignments.listActive(List.of(id)).get(id);
  }

  @Test
  void filingIsTakenBackTogetherWithTheOfferItLedTo() {
    UUID id = report("other");
    IncidentView before = incidents.get(id);
    command(id, "commands/file", Map.of("severity", "HIGH"));
    awaitStage(id, Stage.DISPATCHED);
    Answer undone = undo(operator, id);
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    IncidentView after = incidents.get(id);
    assertThat(after.stage()).isEqualTo(Stage.COLLECTED);
    assertThat(after.compact().severity()).isEqualTo(before.compact().severity());
    assertThat(after.filedAt()).isNull();
    assertThat(after.compact().dueAt()).isNull();
    assertThat(active(id)).isNull();
    assertThat(undo(operator, id).status()).isEqualTo(409);
  }

  @Test
  void settlingAndDismissingGoBackAndSomebodyIsSentAgain() {
    for (String how : new String[] {"settle", "dismiss"}) {
      UUID id = report("noise");
      awaitStage(id, Stage.DISPATCHED);
      IncidentView before = incidents.get(id);
      command(id, "commands/" + how, Map.of("reason", "by mistake"));
      assertThat(active(id)).isNull();
      assertThat(undo(operator, id).status()).isEqualTo(200);
      IncidentView after = incidents.get(id);
      assertThat(after.outcome()).isNull();
      assertThat(after.closedAt()).isNull();
      assertThat(after.compact().dueAt()).isEqualTo(before.compact().dueAt());
      awaitStage(id, Stage.DISPATCHED);
    }
  }

  @Test
  void aChangeOfCategoryIsTakenBackWithItsTimeLimit() {
    UUID id = report("other");
    command(id, "commands/file", Map.of());
    awaitStage(id, Stage.DISPATCHED);
    IncidentView before = incidents.get(id);
    command(id, "commands/recategorise", Map.of("category", "fire-hazard"));
    assertThat(undo(operator, id).status()).isEqualTo(200);
    IncidentView after = incidents.get(id);
    assertThat(after.compact().category()).isEqualTo("other");
    assertThat(after.compact().severity()).isEqualTo(before.compact().severity());
    assertThat(after.compact().dueAt()).isEqualTo(before.compact().dueAt());
    assertThat(after.stage()).isEqualTo(Stage.DISPATCHED);
  }

  @Test
  void recallingAndAssigningGoBackToTheOneWhoHadIt() {
    UUID id = report("noise");
    awaitStage(id, Stage.DISPATCHED);
    long first = active(id).workerId();
    command(id, "recall", Map.of("reason", "by mistake"));
    assertThat(undo(operator, id).status()).isEqualTo(200);
    assertThat(active(id).workerId()).isEqualTo(first);
    long other = district.workers().get(1).worker().id();
    command(id, "assign", Map.of("workerId", other));
    assertThat(active(id).workerId()).isEqualTo(other);
    assertThat(undo(operator, id).status()).isEqualTo(200);
    assertThat(active(id).workerId()).isEqualTo(first);
  }

  private JsonNode wayBack(TestClient by, UUID id) {
    return by.get("/api/incidents/" + id).json().path("undo");
  }

  @Test
  void theCaseSaysWhatItsReaderCanTakeBackAndUntilWhen() {
    UUID id = report("noise");
    awaitStage(id, Stage.DISPATCHED);
    assertThat(wayBack(operator, id).isNull()).isTrue();
    command(id, "recall", Map.of("reason", "by mistake"));
    assertThat(wayBack(operator, id).path("step").asString()).isEqualTo("recall");
    long other = district.workers().get(1).worker().id();
    command(id, "assign", Map.of("workerId", other));
    assertThat(wayBack(operator, id).path("step").asString()).isEqualTo("assign");
    command(id, "commands/settle", Map.of("reason", "nothing there"));
    JsonNode way = wayBack(operator, id);
    assertThat(way.path("step").asString()).isEqualTo("settle");
    Instant done = incidents.get(id).closedAt();
    assertThat(Instant.parse(way.path("until").asString()))
        .isBetween(done, done.plus(Duration.ofMinutes(5)).plusSeconds(2));
    assertThat(wayBack(colleague, id).isNull()).isTrue();
    undo(operator, id);
    assertThat(wayBack(operator, id).isNull()).isTrue();
    UUID into = report("other");
    UUID same = report("other");
    command(same, "merge", Map.of("into", into.toString()));
    assertThat(wayBack(operator, same).path("step").asString()).isEqualTo("merge");
  }

  @Test
  void aMergeIsTakenBack() {
    UUID id = report("other");
    UUID into = report("other");
    command(id, "merge", Map.of("into", into.toString()));
    assertThat(undo(operator, id).status()).isEqualTo(200);
    assertThat(incidents.get(id).stage()).isEqualTo(Stage.COLLECTED);
  }

  @Test
  void nothingIsUndoneWhenTheWorldHasMovedOn() {
    UUID id = report("other");
    assertThat(undo(operator, id).code()).isEqualTo("moved-on");
    command(id, "commands/file", Map.of());
    awaitStage(id, Stage.DISPATCHED);
    assertThat(undo(colleague, id).code()).isEqualTo("moved-on");
    Assignment offer = active(id);
    assignments.accept(offer.id(), offer.workerId(), Actor.user(999_999));
    Answer late = undo(operator, id);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("moved-on");
    assertThat(late.json().path("kind").asString()).isEqualTo("assignment.accepted");
    assertThat(incidents.get(id).stage()).isEqualTo(Stage.DISPATCHED);
  }

  @Test
  void nothingIsUndoneOnAnOldViewOrAfterTheTime() {
    UUID id = report("other");
    command(id, "commands/settle", Map.of("reason", "by mistake"));
    assertThat(operator.post("/api/incidents/" + id + "/undo", Map.of("version", 0)).code())
        .isEqualTo("version-conflict");
    Undo later =
        new Undo(
            incidents,
            moves,
            duplicates,
            dispatching,
            journal,
            Duration.ofMinutes(5),
            Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)));
    Actor actor = Actor.user(district.operator().id());
    assertThatThrownBy(() -> later.undo(id, version(id), actor))
        .isInstanceOf(NotUndone.class)
        .hasMessageContaining("300 seconds");
    assertThat(undo(operator, id).status()).isEqualTo(200);
  }
}
