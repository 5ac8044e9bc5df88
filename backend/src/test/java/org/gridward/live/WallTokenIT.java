package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Role;
import org.gridward.identity.WallTokens;
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

/** A wall comes in by its token, sees its own area without names, and ends with the token. */
@PostgisTest
class WallTokenIT {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;
  @Autowired WallTokens tokens;

  private District district;
  private TestClient operator;
  private ApiKeys.NewApiKey token;

  @BeforeEach
  void hangUp() {
    district = districts.manned(1, 2);
    operator = TestClient.withKey(port, people.key(Role.OPERATOR, district.ground().top().path()));
    token = tokens.create("Hall", district.ground().top().path(), Actor.SYSTEM);
  }

  private String area() {
    return Long.toString(district.ground().top().id());
  }

  private void report(String category) {
    Answer answer =
        operator.post(
            "/api/incidents",
            Map.of(
                "category",
                category,
                "description",
                "Mrs Secret told it",
                "place",
                Map.of("cellCode", district.ground().cells().getFirst().code())));
    assertThat(answer.status()).isBetween(200, 299);
  }

  @Test
  void theTokenIsExchangedForACookieAndLeavesTheAddress() {
    TestClient screen = TestClient.anonymous(port);
    assertThat(screen.get("/wall").header("location")).isEqualTo("/signin?next=%2Fwall");
    Answer first = screen.get("/wall?lang=zh&token=" + token.token());
    assertThat(first.status()).isEqualTo(303);
    assertThat(first.header("location")).isEqualTo("/wall?lang=zh");
    assertThat(first.headers().get("set-cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("GRIDWARD_WALL=")
                    .contains("HttpOnly", "SameSite=Lax"));
    assertThat(screen.get("/wall?lang=zh").status()).isEqualTo(200);
    assertThat(screen.get("/api/wall/figures?area=" + area()).status()).isEqualTo(200);
    assertThat(screen.get("/api/session").json().at("/user/roles/0/role").asString())
        .isEqualTo("WALL");
    assertThat(screen.get("/api/incidents").status()).isEqualTo(403);
    assertThat(
            screen
                .post(
                    "/api/incidents",
                    Map.of("category", "noise", "place", Map.of("text", "nowhere")))
                .status())
        .isEqualTo(403);
  }

  @Test
  void noOtherKeyOpensTheWall() {
    for (String key : List.of(people.key(Role.OPERATOR, district.ground().top().path()), "gw_x")) {
      TestClient screen = TestClient.anonymous(port);
      assertThat(screen.get("/wall?token=" + key).header("location")).isEqualTo("/wall");
      assertThat(screen.cookie("GRIDWARD_WALL")).isNull();
      assertThat(screen.get("/api/areas").status()).isEqualTo(401);
    }
  }

  @Test
  void whoSignsInThereIsThatPerson() {
    TestClient screen = TestClient.anonymous(port);
    screen.get("/wall?token=" + token.token());
    assertThat(screen.signIn(district.operator().login(), TestPeople.PASSWORD).status())
        .isEqualTo(200);
    assertThat(screen.get("/api/incidents").status()).isEqualTo(200);
  }

  @Test
  void seesWhatHappensButNoNamesAndNobodysWords() throws Exception {
    String worker = district.workers().getFirst().worker().name();
    try (LiveClient wall =
        LiveClient.withKey(port, token.token())
            .follow("/topic/areas/" + area() + "/incidents", null)) {
      report("noise");
      await().until(() -> kinds(wall).contains("assignment.offered"));
      String heard = wall.entries().toString();
      assertThat(heard).contains("assignee").doesNotContain(worker, "Mrs Secret", "\"user:");
    }
    JsonNode snapshot =
        TestClient.withKey(port, token.token()).get("/api/live/snapshot?area=" + area()).json();
    assertThat(snapshot.path("incidents")).hasSize(1);
    assertThat(snapshot.at("/incidents/0/assignee/workerId").isNumber()).isTrue();
    assertThat(snapshot.path("workers")).hasSize(1);
    assertThat(snapshot.toString()).doesNotContain(worker, "Mrs Secret");
    assertThat(operator.get("/api/live/snapshot?area=" + area()).body()).contains(worker);
  }

  @Test
  void hearsOfAResumedPlaceWithoutNames() throws Exception {
    JsonNode before =
        TestClient.withKey(port, token.token()).get("/api/live/snapshot?area=" + area()).json();
    report("noise");
    await()
        .until(
            () ->
                !operator
                    .get("/api/live/snapshot?area=" + area())
                    .json()
                    .at("/incidents/0/assignee/workerId")
                    .isMissingNode());
    try (LiveClient wall =
        LiveClient.withKey(port, token.token())
            .follow("/topic/areas/" + area() + "/incidents", before.path("cursor").asString())) {
      await().until(() -> kinds(wall).contains("assignment.offered"));
      assertThat(wall.entries().toString())
          .doesNotContain(district.workers().getFirst().worker().name(), "\"user:");
    }
  }

  @Test
  void hearsNothingOfElsewhere() throws Exception {
    String foreign = Long.toString(districts.manned(1, 1).ground().top().id());
    try (LiveClient wall = LiveClient.withKey(port, token.token())) {
      for (String topic :
          List.of(
              "/topic/areas/" + foreign + "/incidents",
              "/topic/areas/" + foreign + "/positions",
              "/topic/areas/0/incidents",
              "/topic/notices",
              "/user/queue/assignments")) {
        int refused = wall.errors().size();
        wall.ask(topic, null);
        await().until(() -> wall.errors().size() > refused);
      }
      wall.follow("/topic/areas/" + area() + "/positions", null);
    }
  }

  @Test
  void endsWithItsToken() throws Exception {
    TestClient screen = TestClient.anonymous(port);
    screen.get("/wall?token=" + token.token());
    try (LiveClient wall =
        LiveClient.withKey(port, token.token())
            .follow("/topic/areas/" + area() + "/incidents", null)) {
      TestClient administrator =
          TestClient.withKey(port, people.key(Role.ADMINISTRATOR, district.ground().top().path()));
      assertThat(administrator.get("/api/wall-tokens").json().path("items")).hasSize(1);
      assertThat(administrator.delete("/api/wall-tokens/" + token.id()).status()).isEqualTo(204);
      assertThat(administrator.get("/api/wall-tokens").json().path("items")).isEmpty();
      wall.awaitLost();
    }
    assertThat(screen.get("/api/areas").status()).isEqualTo(401);
    assertThat(screen.get("/wall").status()).isEqualTo(302);
  }

  private static List<String> kinds(LiveClient client) {
    return client.entries().stream().map(entry -> entry.path("kind").asString()).toList();
  }
}
