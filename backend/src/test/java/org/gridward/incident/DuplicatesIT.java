package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.identity.Role;
import org.gridward.incident.Duplicates.Order;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PostgisTest
class DuplicatesIT {

  private static final Actor OPERATOR = Actor.user(7);

  @LocalServerPort int port;
  @Autowired IncidentIntake intake;
  @Autowired Incidents incidents;
  @Autowired Duplicates duplicates;
  @Autowired Journal journal;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  private District district;
  private TestClient operator;

  @BeforeEach
  void meet() {
    district = districts.manned(2, 2);
    operator = signedIn(district);
  }

  private TestClient signedIn(District of) {
    return TestClient.signedIn(port, of.operator().login(), TestPeople.PASSWORD);
  }

  private UUID report(String category) {
    return intake.accept(Reports.at(district.ground().centre(0), category)).id();
  }

  private IncidentView merge(UUID duplicate, UUID into) {
    return duplicates.merge(duplicate, into, order(duplicate, "the same lamp"));
  }

  private Order order(UUID id, String reason) {
    return new Order(incidents.get(id).version(), reason, OPERATOR);
  }

  private List<String> kinds(UUID id) {
    return journal.listOfIncident(id).stream().map(JournalEntry::kind).toList();
  }

  @Test
  void aDuplicateKeepsWhoWhenAndWhyAndGoesBackWhereItStood() {
    UUID survivor = report(Reports.TO_BE_DECIDED);
    UUID duplicate = report(Reports.TO_BE_DECIDED);
    IncidentView merged = merge(duplicate, survivor);
    assertThat(merged.stage()).isEqualTo(Stage.MERGED);
    assertThat(merged.duplicateOf()).isEqualTo(survivor);
    assertThat(incidents.get(duplicate)).isEqualTo(merged);
    assertThat(duplicates.list(survivor))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.duplicate().id()).isEqualTo(duplicate);
              assertThat(one.mergedBy()).isEqualTo("user:7");
              assertThat(one.reason()).isEqualTo("the same lamp");
              assertThat(one.mergedAt()).isEqualTo(merged.closedAt());
            });
    assertThat(kinds(duplicate)).containsExactly("incident.reported", "incident.merged");
    assertThat(kinds(survivor)).containsExactly("incident.reported", "incident.duplicate_added");
    IncidentView again = duplicates.unmerge(duplicate, order(duplicate, "another lamp"));
    assertThat(again.stage()).isEqualTo(Stage.COLLECTED);
    assertThat(again.duplicateOf()).isNull();
    assertThat(again.closedAt()).isNull();
    assertThat(again.outcome()).isNull();
    assertThat(duplicates.list(survivor)).isEmpty();
    assertThat(kinds(survivor)).endsWith("incident.duplicate_removed");
  }

  @Test
  void whoWasSentIsCalledBackAndTheRulesSendSomebodyAgain() {
    UUID survivor = report(Reports.TO_BE_DECIDED);
    UUID duplicate = report(Reports.FILED_AT_ONCE);
    awaitStage(duplicate, Stage.DISPATCHED);
    merge(duplicate, survivor);
    assertThat(kinds(duplicate)).contains("assignment.recalled");
    assertThat(active(duplicate)).isZero();
    assertThat(duplicates.unmerge(duplicate, order(duplicate, "")).stage()).isEqualTo(Stage.FILED);
    awaitStage(duplicate, Stage.DISPATCHED);
    assertThat(active(duplicate)).isEqualTo(1);
  }

  private void awaitStage(UUID id, Stage stage) {
    org.awaitility.Awaitility.await().until(() -> incidents.get(id).stage() == stage);
  }

  private long active(UUID id) {
    return jdbc.sql(
            """
            select count(*) from assignment
            where incident_id = ? and state in ('OFFERED', 'ACCEPTED', 'ARRIVED')
            """)
        .param(id)
        .query(Long.class)
        .single();
  }

  @Test
  void refusesItselfDuplicatesAndWhatHasEnded() {
    UUID one = report(Reports.TO_BE_DECIDED);
    UUID other = report(Reports.TO_BE_DECIDED);
    UUID third = report(Reports.TO_BE_DECIDED);
    assertThatThrownBy(() -> merge(one, one)).isInstanceOf(NotASurvivor.class);
    merge(one, other);
    assertThatThrownBy(() -> merge(one, third)).isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> merge(third, one))
        .isInstanceOf(NotASurvivor.class)
        .hasMessageContaining("duplicate itself");
    assertThatThrownBy(() -> duplicates.unmerge(third, order(third, "")))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> duplicates.merge(third, other, new Order(9, null, OPERATOR)))
        .isInstanceOf(VersionConflict.class);
    assertThatThrownBy(() -> merge(third, UUID.randomUUID())).isInstanceOf(IncidentUnknown.class);
    incidents.execute(
        third,
        Command.SETTLE,
        incidents.get(third).version(),
        OPERATOR,
        CommandDetails.because("done"));
    assertThatThrownBy(() -> merge(other, third))
        .isInstanceOf(NotASurvivor.class)
        .hasMessageContaining("reopen");
  }

  @Test
  void twoWhoMergeEachIntoTheOtherMakeNoCircleAndLoseNone() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID one = report(Reports.TO_BE_DECIDED);
      UUID other = report(Reports.TO_BE_DECIDED);
      List<Callable<IncidentView>> calls =
          List.of(() -> merge(one, other), () -> merge(other, one));
      int refused = 0;
      for (Future<IncidentView> future : IntakeIT.together(calls)) {
        try {
          future.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(NotASurvivor.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
      assertThat(duplicates.survivorOf(one)).isEqualTo(duplicates.survivorOf(other));
    }
  }

  @Test
  void manyWhoMergeAndSeparateAtRandomNeverMakeACircle() throws Exception {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(report(Reports.TO_BE_DECIDED));
    }
    List<Callable<IncidentView>> calls = new ArrayList<>();
    for (int caller = 0; caller < 8; caller++) {
      Random random = new Random(caller);
      calls.add(
          () -> {
            for (int i = 0; i < 25; i++) {
              attempt(all.get(random.nextInt(6)), all.get(random.nextInt(6)), random.nextInt(4));
            }
            return incidents.get(all.getFirst());
          });
    }
    for (Future<IncidentView> future : IntakeIT.together(calls)) {
      future.get();
    }
    Map<UUID, UUID> into = new HashMap<>();
    for (UUID id : all) {
      IncidentView view = incidents.get(id);
      assertThat(view.stage() == Stage.MERGED).isEqualTo(view.duplicateOf() != null);
      into.put(id, view.duplicateOf());
    }
    for (UUID id : all) {
      UUID last = id;
      for (int steps = 0; into.get(last) != null; steps++) {
        assertThat(steps).as("a circle from %s in %s", id, into).isLessThan(6);
        last = into.get(last);
      }
      assertThat(duplicates.survivorOf(id)).isEqualTo(last);
    }
  }

  private void attempt(UUID one, UUID other, int dice) {
    try {
      if (dice == 0) {
        duplicates.unmerge(one, order(one, ""));
      } else {
        merge(one, other);
      }
    } catch (Problem | PessimisticLockingFailureException refused) {
      assertThat(refused).isNotInstanceOf(IncidentUnknown.class);
    }
  }

  private JsonNode told(String words, double eastMetres) {
    LonLat at = district.ground().centre(0);
    Map<String, Object> body =
        Map.of(
            "category",
            Reports.TO_BE_DECIDED,
            "description",
            words,
            "reporter",
            Map.of("name", "Reporter of " + words),
            "place",
            Map.of("lon", at.lon() + eastMetres / 111_320, "lat", at.lat()));
    return operator.post("/api/incidents", body).json();
  }

  @Test
  void whatMayBeTheSameIsRankedAndExplained() {
    JsonNode near = told("a street lamp is broken", 2);
    JsonNode far = told("a street lamp is broken", 60);
    JsonNode unlike = told("rubbish", 2);
    JsonNode asked = told("street lamp broken here", 0);
    JsonNode items =
        operator.get("/api/incidents/" + id(asked) + "/duplicate-candidates").json().path("items");
    assertThat(items.findValuesAsString("id"))
        .startsWith(id(near))
        .contains(id(far), id(unlike))
        .doesNotContain(id(asked));
    JsonNode first = items.get(0);
    assertThat(first.path("distanceMetres").asDouble()).isBetween(0.5, 3.0);
    assertThat(first.at("/parts/near").asDouble()).isGreaterThan(0.97);
    assertThat(first.at("/parts/kind").asDouble()).isEqualTo(1);
    assertThat(first.at("/parts/words").asDouble()).isBetween(0.5, 1.0);
    assertThat(first.path("score").asDouble()).isGreaterThan(items.get(1).path("score").asDouble());
    JsonNode typed =
        operator
            .post(
                "/api/incidents/duplicate-candidates",
                Map.of(
                    "description",
                    "LAMP broken",
                    "place",
                    Map.of(
                        "lon",
                        district.ground().centre(0).lon(),
                        "lat",
                        district.ground().centre(0).lat())))
            .json()
            .path("items");
    assertThat(typed.get(0).at("/parts/kind").isNull()).isTrue();
    assertThat(typed.findValuesAsString("id")).contains(id(near), id(asked));
    TestClient stranger = signedIn(districts.manned(1, 1));
    assertThat(
            stranger
                .post("/api/incidents/duplicate-candidates", Map.of("description", "lamp broken"))
                .json()
                .path("items"))
        .isEmpty();
  }

  private static String id(JsonNode receipt) {
    return receipt.path("id").asString();
  }

  @Test
  void theSurvivorShowsTheReportsAndContactsOfItsDuplicates() {
    JsonNode survivor = told("first", 0);
    JsonNode duplicate = told("second", 5);
    var answer =
        operator.post(
            "/api/incidents/" + id(duplicate) + "/merge",
            Map.of("into", id(survivor), "version", duplicate.path("version").asInt()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/duplicateOf/number").asLong())
        .isEqualTo(survivor.path("number").asLong());
    JsonNode detail = operator.get("/api/incidents/" + id(survivor)).json();
    assertThat(detail.path("reports").findValuesAsString("description"))
        .containsExactly("first", "second");
    assertThat(
            operator
                .get("/api/incidents/" + id(survivor) + "/reporter")
                .json()
                .path("items")
                .findValuesAsString("name"))
        .containsExactly("Reporter of first", "Reporter of second");
    JsonNode merged = operator.get("/api/incidents/" + id(survivor) + "/duplicates").json();
    assertThat(merged.at("/items/0/mergedByName").asString()).startsWith("User");
    assertThat(operator.get("/api/incidents?stage=OPEN").body()).doesNotContain(id(duplicate));
    TestClient stranger = signedIn(districts.manned(1, 1));
    assertThat(stranger.get("/api/incidents/" + id(duplicate)).status()).isEqualTo(404);
    JsonNode foreign = foreign(stranger);
    assertThat(
            operator
                .post(
                    "/api/incidents/" + id(survivor) + "/merge",
                    Map.of("into", id(foreign), "version", 0))
                .status())
        .isEqualTo(404);
  }

  private JsonNode foreign(TestClient stranger) {
    LonLat at = districts.manned(1, 1).ground().centre(0);
    return stranger
        .post(
            "/api/incidents",
            Map.of("category", "other", "place", Map.of("lon", at.lon(), "lat", at.lat())))
        .json();
  }

  @Test
  void aResidentWhoAsksSeesTheSurvivorsState() {
    TestClient resident = TestClient.anonymous(port);
    resident.get("/api/session");
    LonLat at = district.ground().centre(1);
    JsonNode told =
        resident
            .post(
                "/api/incidents",
                Map.of(
                    "category",
                    Reports.TO_BE_DECIDED,
                    "place",
                    Map.of("lon", at.lon(), "lat", at.lat())))
            .json();
    String track = "/api/track/" + told.path("trackingCode").asString();
    UUID own =
        jdbc.sql("select id from incident where number = ?")
            .param(told.path("number").asLong())
            .query(UUID.class)
            .single();
    UUID middle = report(Reports.TO_BE_DECIDED);
    UUID last = report(Reports.TO_BE_DECIDED);
    merge(own, middle);
    merge(middle, last);
    incidents.execute(
        last,
        Command.SETTLE,
        incidents.get(last).version(),
        OPERATOR,
        CommandDetails.because("repaired"));
    JsonNode progress = resident.get(track).json();
    assertThat(progress.path("stage").asString()).isEqualTo("CLOSED");
    assertThat(progress.path("outcome").asString()).isEqualTo("repaired");
    assertThat(progress.path("number")).isEqualTo(told.path("number"));
  }

  @Test
  void anotherReportIsAddedOnceAndNotToWhatHasEnded() {
    JsonNode known = told("first", 0);
    String path = "/api/incidents/" + id(known) + "/reports";
    Map<String, Object> more =
        Map.of("description", "second caller", "reporter", Map.of("phone", "555 0101"));
    assertThat(operator.post(path, more).status()).isEqualTo(201);
    JsonNode detail = operator.get("/api/incidents/" + id(known)).json();
    assertThat(detail.path("reports").findValuesAsString("description"))
        .containsExactly("first", "second caller");
    assertThat(kinds(UUID.fromString(id(known)))).endsWith("incident.report_added");
    assertThat(operator.post(path, Map.of()).code()).isEqualTo("field-missing");
    operator.post(
        "/api/incidents/" + id(known) + "/commands/settle",
        Map.of("version", detail.path("version").asInt(), "reason", "done"));
    assertThat(operator.post(path, more).code()).isEqualTo("incident-has-ended");
    assertThat(people.user(Role.OPERATOR, district.ground().top().path()).enabled()).isTrue();
  }
}
