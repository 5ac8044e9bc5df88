package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Subscribe, load the snapshot, apply what is newer. */
@PostgisTest
class SnapshotIT {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired TestGround ground;

  private TestGround.District district;
  private TestClient operator;
  private String key;

  @BeforeEach
  void makeGround() {
    district = ground.district(1, 2);
    key = people.key(Role.OPERATOR, district.top().path());
    operator = TestClient.withKey(port, key);
  }

  @Test
  void holdsWhatIsOpenAndLeadsOnToWhatIsNewer() throws Exception {
    String before = report(0);
    JsonNode snapshot = snapshot();
    assertThat(snapshot.get("incidents")).hasSize(1);
    assertThat(snapshot.get("incidents").get(0).get("id").asString()).isEqualTo(before);
    String topic = "/topic/areas/" + district.top().id() + "/incidents";
    try (LiveClient client =
        LiveClient.withKey(port, key).follow(topic, snapshot.get("cursor").asString())) {
      String after = report(1);
      await()
          .until(
              () ->
                  client.entries().stream()
                      .anyMatch(e -> after.equals(e.path("incidentId").asString(""))));
      JsonNode view =
          client.entries().stream()
              .filter(e -> after.equals(e.path("incidentId").asString("")))
              .findFirst()
              .orElseThrow()
              .get("payload")
              .get("incident");
      assertThat(view.get("areaPath").asString()).isEqualTo(district.cells().get(1).path().value());
    }
  }

  @Test
  void isBoundedByTheCallersAreas() {
    report(0);
    String path = "/api/live/snapshot?area=" + district.top().id();
    AreaPath foreign = ground.district(1, 1).top().path();
    assertThat(TestClient.withKey(port, people.key(Role.OPERATOR, foreign)).get(path).status())
        .isEqualTo(404);
    TestClient worker =
        TestClient.withKey(port, people.key(Role.GRID_WORKER, district.top().path()));
    assertThat(worker.get(path).status()).isEqualTo(403);
    assertThat(worker.get("/api/live/snapshot").status()).isEqualTo(403);
    assertThat(TestClient.anonymous(port).get(path).status()).isEqualTo(401);
    assertThat(operator.get("/api/live/snapshot").json().get("incidents")).hasSize(1);
    assertThat(operator.get("/api/live/snapshot?area=x").status()).isBetween(400, 422);
  }

  private JsonNode snapshot() {
    return operator.get("/api/live/snapshot?area=" + district.top().id()).json();
  }

  private String report(int cell) {
    TestGround.LonLat place = district.centre(cell);
    String category =
        operator.get("/api/categories").json().get("items").get(0).get("code").asString();
    TestClient.Answer answer =
        operator.post(
            "/api/incidents",
            Map.of("category", category, "place", Map.of("lon", place.lon(), "lat", place.lat())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(List.of("COLLECTED", "FILED", "DISPATCHED"))
        .contains(answer.json().get("stage").asString());
    return answer.json().get("id").asString();
  }
}
