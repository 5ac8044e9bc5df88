package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Role;
import org.gridward.incident.Incidents;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.gridward.workforce.Worker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PostgisTest
class DispatchWebIT {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestCrew crew;
  @Autowired TestPeople people;
  @Autowired ApiKeys keys;
  @Autowired Assignments assignments;
  @Autowired Incidents incidents;
  @Autowired Dispatching dispatching;
  @Autowired JdbcClient jdbc;

  private District district;
  private TestClient operator;
  private Worker main;
  private TestClient phone;
  private UUID incident;
  private Assignment offer;

  @BeforeEach
  void offerAnIncident() {
    district = ground.district(1, 2);
    operator = client(Role.OPERATOR, district.top().path());
    main = crew.onDuty(district.communities().getFirst().path(), 3);
    phone = phone(main);
    crew.responsible(district.cells().getFirst().id(), main);
    incident = crew.incident(district, 0);
    offer = await().until(this::active, found -> found != null);
  }

  private Assignment active() {
    return assignments.listActive(List.of(incident)).get(incident);
  }

  private TestClient client(Role role, AreaPath area) {
    return TestClient.withKey(port, people.key(role, area));
  }

  private TestClient phone(Worker worker) {
    return TestClient.withKey(port, keys.create(worker.userId(), "phone", Actor.SYSTEM).token());
  }

  private int version() {
    return incidents.get(incident).version();
  }

  private String path(String rest) {
    return "/api/incidents/" + incident + rest;
  }

  private TestClient.Answer step(TestClient client, String step, Object body) {
    return client.post("/api/assignments/" + offer.id() + "/" + step, body);
  }

  @Test
  void aWorkerTakesAllStepsEachOfThemTwice() {
    JsonNode mine = phone.get("/api/assignments/mine").json().at("/items/0");
    assertThat(mine.at("/id").asString()).isEqualTo(offer.id().toString());
    assertThat(mine.at("/incident/id").asString()).isEqualTo(incident.toString());
    assertThat(mine.at("/incident/description").asString()).isEqualTo("told");
    assertThat(mine.at("/incident/categoryNames/zh").asString()).isNotBlank();
    for (String step : List.of("received", "opened", "accept", "arrive", "done")) {
      assertThat(step(phone, step, Map.of()).status()).as(step).isEqualTo(200);
      assertThat(step(phone, step, Map.of()).status()).as(step + " again").isEqualTo(200);
    }
    assertThat(phone.get("/api/assignments/mine").json().at("/items")).isEmpty();
    TestClient.Answer late = step(phone, "refuse", Map.of("reason", "no"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("illegal-move");
    assertThat(late.json().at("/allowed").isArray()).isTrue();
  }

  @Test
  void othersSeeNothing() {
    Worker other = crew.onDuty(district.communities().getFirst().path(), 3);
    assertThat(step(phone(other), "accept", Map.of()).status()).isEqualTo(404);
    assertThat(step(operator, "accept", Map.of()).status()).isEqualTo(403);
    TestClient foreign = client(Role.OPERATOR, ground.district(1, 1).top().path());
    for (String part : List.of("/decisions", "/candidates", "/assignments")) {
      assertThat(foreign.get(path(part)).status()).as(part).isEqualTo(404);
    }
    for (String order : List.of("/recall", "/dispatch")) {
      assertThat(foreign.post(path(order), Map.of("version", 0, "reason", "x")).status())
          .isEqualTo(404);
    }
    TestClient leader = client(Role.LEADER, district.top().path());
    assertThat(leader.get(path("/decisions")).status()).isEqualTo(200);
    assertThat(leader.get(path("/candidates")).status()).isEqualTo(403);
    assertThat(phone.get(path("/decisions")).status()).isEqualTo(403);
  }

  @Test
  void decisionsSpeakTheReadersLanguage() {
    JsonNode decision = operator.get(path("/decisions")).json().at("/items/0");
    assertThat(decision.at("/text").asString()).startsWith("Offered to " + main.name());
    assertThat(decision.at("/chosenWorkerId").asLong()).isEqualTo(main.id());
    JsonNode first = decision.at("/candidates/0");
    assertThat(first.at("/verdict").asString()).isEqualTo("CHOSEN");
    assertThat(first.at("/text").asString()).isEqualTo("Chosen.");
    assertThat(first.at("/parts/tier").asDouble()).isEqualTo(first.at("/score").asDouble());
    JsonNode chinese = operator.get(path("/decisions"), Map.of("Accept-Language", "zh-CN")).json();
    assertThat(chinese.at("/items/0/text").asString()).startsWith("派给" + main.name());
  }

  @Test
  void anOperatorLooksAssignsRecallsAndLetsGo() {
    Worker other = crew.offDuty(district.communities().getFirst().path(), 1);
    JsonNode candidates = operator.get(path("/candidates")).json();
    assertThat(candidates.at("/chosenWorkerId").asLong()).isEqualTo(main.id());
    int seen = version();
    TestClient.Answer given =
        operator.post(path("/assign"), Map.of("workerId", other.id(), "version", seen));
    assertThat(given.status()).isEqualTo(200);
    assertThat(given.json().at("/warnings/0/code").asString()).isEqualTo("OFF_DUTY");
    assertThat(given.json().at("/warnings/0/text").asString()).contains("off duty");
    TestClient.Answer stale =
        operator.post(path("/assign"), Map.of("workerId", main.id(), "version", seen));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("version-conflict");
    assertThat(operator.post(path("/recall"), Map.of("version", version())).code())
        .isEqualTo("reason-missing");
    assertThat(
            operator
                .post(path("/recall"), Map.of("version", version(), "reason", "other plan"))
                .json()
                .at("/incident/stage")
                .asString())
        .isEqualTo("FILED");
    assertThat(operator.post(path("/dispatch"), Map.of("version", version())).status())
        .isEqualTo(200);
    await().until(this::active, found -> found != null && found.workerId() == main.id());
  }

  @Test
  void refusesWorkersOutOfSightAndBrokenBodies() {
    Worker stranger = crew.onDuty(ground.district(1, 1).top().path(), 1);
    TestClient.Answer unknown =
        operator.post(path("/assign"), Map.of("workerId", stranger.id(), "version", version()));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.code()).isEqualTo("worker-unknown");
    assertThat(operator.send("POST", path("/assign"), "{}").status()).isBetween(400, 422);
    assertThat(operator.send("POST", path("/assign"), "[").status()).isEqualTo(400);
    assertThat(step(phone, "dance", Map.of()).status()).isEqualTo(404);
    assertThat(step(phone, "refuse", Map.of()).code()).isEqualTo("reason-missing");
  }

  @Test
  void listsWorkersWithTheirLoad() {
    JsonNode items = operator.get("/api/workers?area=" + district.top().id()).json().at("/items");
    assertThat(items).hasSize(1);
    assertThat(items.at("/0/activeAssignments").asInt()).isEqualTo(1);
    assertThat(items.at("/0/onDuty").asBoolean()).isTrue();
    TestClient foreign = client(Role.OPERATOR, ground.district(1, 1).top().path());
    assertThat(foreign.get("/api/workers?area=" + district.top().id()).json().at("/items"))
        .isEmpty();
    assertThat(phone.get("/api/workers").status()).isEqualTo(403);
    assertThat(operator.get("/api/workers?area=999999999").status()).isEqualTo(404);
  }

  @Test
  void asksTheNearestByTheLatestPositions() {
    District other = ground.district(1, 2);
    AreaPath community = other.communities().getFirst().path();
    Worker far = crew.onDuty(community, 1);
    Worker near = crew.onDuty(community, 1);
    var place = other.centre(0);
    sendPosition(phone(far), place.lon() + 0.001, place.lat());
    sendPosition(phone(near), place.lon(), place.lat() + 0.0005);

    UUID found = crew.incident(other, 0);

    Assignment given =
        await().until(() -> assignments.listActive(List.of(found)).get(found), one -> one != null);
    assertThat(given.workerId()).isEqualTo(near.id());
    Decision decision = dispatching.listDecisions(found).getLast();
    assertThat(decision.reason()).isEqualTo(Reason.NEAREST);
    assertThat(decision.candidates())
        .extracting(StoredCandidate::workerId)
        .containsExactly(near.id(), far.id());
  }

  private void sendPosition(TestClient client, double lon, double lat) {
    Map<String, Object> fix =
        Map.of("lon", lon, "lat", lat, "at", Instant.now().minusSeconds(5).toString());
    TestClient.Answer answer = client.post("/api/positions", Map.of("positions", List.of(fix)));
    assertThat(answer.json().at("/accepted").asInt()).as(answer.body()).isEqualTo(1);
  }

  @Test
  void measuresLikePostgis() {
    Random random = new Random(11);
    for (int n = 0; n < 200; n++) {
      double lonA = random.nextDouble(-179, 179);
      double latA = random.nextDouble(-80, 80);
      double lonB = lonA + random.nextDouble(-1, 1);
      double latB = latA + random.nextDouble(-1, 1);
      double expected =
          jdbc.sql(
                  """
                  select st_distance(st_makepoint(?, ?)::geography, st_makepoint(?, ?)::geography)
                  """)
              .params(lonA, latA, lonB, latB)
              .query(Double.class)
              .single();
      assertThat(Geodesic.metres(lonA, latA, lonB, latB)).isCloseTo(expected, within(0.01));
    }
  }
}
