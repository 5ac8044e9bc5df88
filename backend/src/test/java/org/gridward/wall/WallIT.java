package org.gridward.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The wall's figures and scenes over HTTP. */
@PostgisTest
class WallIT {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired TestGround ground;
  @Autowired TestDistrict districts;

  private TestClient operator(TestGround.District district) {
    return TestClient.withKey(port, people.key(Role.OPERATOR, district.top().path()));
  }

  @Test
  void figuresFollowWhatHappens() {
    TestDistrict.District district = districts.manned(1, 2);
    TestClient operator = operator(district.ground());
    TestClient worker =
        TestClient.signedIn(
            port, district.workers().getFirst().user().login(), TestPeople.PASSWORD);
    String path = "/api/wall/figures?area=" + district.ground().top().id();
    JsonNode before = operator.get(path).json();
    assertThat(before.at("/open/60").asLong()).isZero();
    assertThat(before.at("/onDuty/0").asLong()).isZero();
    assertThat(before.at("/onDuty/60").asLong()).isEqualTo(1);
    operator.post(
        "/api/incidents",
        Map.of(
            "category",
            "noise",
            "place",
            Map.of("cellCode", district.ground().cells().getFirst().code())));
    await().until(() -> !worker.get("/api/assignments/mine").json().path("items").isEmpty());
    String offer = worker.get("/api/assignments/mine").json().at("/items/0/id").asString();
    assertThat(worker.post("/api/assignments/" + offer + "/accept", Map.of()).status())
        .isLessThan(300);
    JsonNode after = operator.get(path).json();
    assertThat(after.at("/open/59").asLong()).isZero();
    assertThat(after.at("/open/60").asLong()).isEqualTo(1);
    assertThat(after.at("/reports/23").asLong() + after.at("/reports/22").asLong()).isEqualTo(1);
    assertThat(after.path("accepted")).hasSize(1);
  }

  @Test
  void scenesAreKeptForTheirArea() {
    TestGround.District own = ground.district(1, 2);
    TestClient operator = operator(own);
    TestClient stranger = operator(ground.district(1, 1));
    JsonNode made =
        operator
            .post("/api/wall/scenes", scene(own.top().id(), List.of(-74.1, 40.6, -73.9, 40.8)))
            .json();
    assertThat(made.path("view")).hasSize(4);
    assertThat(made.path("box")).hasSize(4);
    assertThat(names(operator)).containsExactly("Scene");
    assertThat(names(stranger)).isEmpty();
    String path = "/api/wall/scenes/" + made.path("id").asLong();
    Map<String, Object> change =
        Map.of(
            "name",
            "Other",
            "areaId",
            own.cells().getFirst().id(),
            "tint",
            "LATE",
            "seconds",
            5,
            "version",
            0);
    assertThat(stranger.put(path, change).status()).isEqualTo(404);
    assertThat(operator.put(path, change).json().path("version").asInt()).isEqualTo(1);
    assertThat(operator.put(path, change).code()).isEqualTo("changed-meanwhile");
    assertThat(operator.delete(path).status()).isEqualTo(204);
    assertThat(names(operator)).isEmpty();
  }

  @Test
  void refusesScenesThatAreNoPictures() {
    TestGround.District own = ground.district(1, 1);
    TestClient operator = operator(own);
    for (List<Double> view :
        List.of(List.of(1.0, 2.0), List.of(5.0, 0.0, -5.0, 1.0), List.of(0.0, 0.0, 1.0, 91.0))) {
      assertThat(operator.post("/api/wall/scenes", scene(own.top().id(), view)).status())
          .isBetween(400, 422);
    }
    assertThat(operator.post("/api/wall/scenes", scene(0, List.of(0.0, 0.0, 1.0, 1.0))).status())
        .isEqualTo(403);
  }

  private static Map<String, Object> scene(long area, List<Double> view) {
    return Map.of("name", "Scene", "areaId", area, "view", view, "tint", "LOAD", "seconds", 30);
  }

  private static List<String> names(TestClient client) {
    return client
        .get("/api/wall/scenes")
        .json()
        .path("items")
        .valueStream()
        .map(scene -> scene.path("name").asString())
        .toList();
  }
}
