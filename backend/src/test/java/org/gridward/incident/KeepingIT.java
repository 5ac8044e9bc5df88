package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.WallTokens;
import org.gridward.rulebook.EscalationLadder;
import org.gridward.rulebook.EscalationRules;
import org.gridward.rulebook.EscalationRung;
import org.gridward.rulebook.EscalationRung.To;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Community operators at the bottom, a district operator and a leader above them. */
@PostgisTest
class KeepingIT {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;
  @Autowired WallTokens walls;
  @Autowired EscalationLadder ladder;

  private District district;
  private User here;
  private User colleague;
  private User elsewhere;
  private User above;
  private User leader;
  private TestClient client;
  private String id;

  @BeforeEach
  void meet() {
    district = districts.manned(2, 2);
    AreaPath community = district.ground().communities().getFirst().path();
    here = people.user(Role.OPERATOR, community);
    colleague = people.user(Role.OPERATOR, community);
    elsewhere = people.user(Role.OPERATOR, district.ground().communities().get(1).path());
    above = district.operator();
    leader = people.user(Role.LEADER, district.ground().top().path());
    client = signedIn(here);
    id = reported();
  }

  private String reported() {
    var at = district.ground().centre(0);
    return client
        .post(
            "/api/incidents",
            Map.of(
                "category",
                Reports.TO_BE_DECIDED,
                "place",
                Map.of("lon", at.lon(), "lat", at.lat())))
        .json()
        .path("id")
        .asString();
  }

  private TestClient signedIn(User user) {
    return TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
  }

  private Answer order(TestClient by, String order, @Nullable Object to, @Nullable String note) {
    Map<String, Object> body = new HashMap<>();
    body.put("version", by.get("/api/incidents/" + id).json().path("version").asInt());
    if (to != null) {
      body.put("to", to);
    }
    if (note != null) {
      body.put("note", note);
    }
    return by.post("/api/incidents/" + id + "/" + order, body);
  }

  private List<String> found(TestClient by, String scope) {
    return by.get("/api/incidents?scope=" + scope).json().path("items").findValuesAsString("id");
  }

  private JsonNode last() {
    JsonNode items = client.get("/api/incidents/" + id + "/story").json().path("items");
    return items.get(items.size() - 1);
  }

  @Test
  void aCaseIsTakenHandedOverWithANoteAndLetGo() {
    assertThat(order(client, "hand-over", here.id(), null).json().at("/keeper/name").asString())
        .isEqualTo(here.name());
    assertThat(found(client, "mine")).containsExactly(id);
    assertThat(order(client, "hand-over", colleague.id(), null).code()).isEqualTo("field-missing");
    Answer given = order(client, "hand-over", colleague.id(), "she called twice");
    assertThat(given.json().at("/keeper/userId").asLong()).isEqualTo(colleague.id());
    assertThat(found(client, "mine")).isEmpty();
    assertThat(found(client, "area")).containsExactly(id);
    assertThat(found(signedIn(colleague), "mine")).containsExactly(id);
    JsonNode told = last();
    assertThat(told.path("kind").asString()).isEqualTo("incident.handed_over");
    assertThat(told.path("toName").asString()).isEqualTo(colleague.name());
    assertThat(told.at("/payload/note").asString()).isEqualTo("she called twice");
    assertThat(told.at("/payload/from").asString()).isEqualTo("user:" + here.id());
    assertThat(told.at("/payload/incident/keeper").asLong()).isEqualTo(colleague.id());
    assertThat(order(signedIn(colleague), "hand-over", null, null).json().path("keeper").isNull())
        .isTrue();
    assertThat(order(client, "hand-over", elsewhere.id(), "x").code())
        .isEqualTo("not-an-operator-here");
    Answer stale =
        client.post("/api/incidents/" + id + "/hand-over", Map.of("version", 0, "to", here.id()));
    assertThat(stale.code()).isEqualTo("version-conflict");
  }

  @Test
  void escalatingGoesUpTheLadderAndPastThoseBelow() {
    JsonNode choice = client.get("/api/incidents/" + id + "/colleagues").json();
    assertThat(choice.path("items").findValuesAsString("name"))
        .contains(colleague.name(), above.name())
        .doesNotContain(here.name(), elsewhere.name());
    assertThat(choice.at("/above/role").asString()).isEqualTo("OPERATOR");
    assertThat(choice.at("/above/people").findValuesAsString("name"))
        .contains(above.name())
        .doesNotContain(colleague.name());
    order(client, "hand-over", here.id(), null);
    assertThat(order(client, "escalate", null, null).code()).isEqualTo("field-missing");
    Answer up = order(client, "escalate", null, "needs the district");
    assertThat(up.status()).as(up.body()).isEqualTo(200);
    assertThat(up.json().path("keeper").isNull()).isTrue();
    assertThat(up.json().at("/escalated/role").asString()).isEqualTo("OPERATOR");
    assertThat(found(client, "area")).isEmpty();
    assertThat(found(client, "all")).containsExactly(id);
    assertThat(found(client, "escalated")).isEmpty();
    TestClient districtDesk = signedIn(above);
    assertThat(found(districtDesk, "escalated")).containsExactly(id);
    assertThat(found(districtDesk, "area")).contains(id);
    escalateToALeader(districtDesk);
    TestClient chief = signedIn(leader);
    assertThat(found(chief, "escalated")).containsExactly(id);
    assertThat(found(districtDesk, "escalated")).isEmpty();
    assertThat(order(chief, "hand-over", here.id(), "x").status()).isEqualTo(403);
    assertThat(order(chief, "give-back", null, "do it by Friday").status()).isEqualTo(200);
    assertThat(found(client, "area")).containsExactly(id);
    assertThat(last().at("/payload/note").asString()).isEqualTo("do it by Friday");
    assertThat(order(client, "give-back", null, null).code()).isEqualTo("not-escalated");
    assertThat(client.get("/api/incidents?scope=everywhere").code()).isEqualTo("bad-filter");
  }

  @Test
  void theQueueIsNarrowedByWhoHasACase() {
    String free = reported();
    order(client, "hand-over", here.id(), null);
    String keepers = "/api/incidents/keepers?area=" + district.ground().top().id();
    assertThat(listed(client, "me")).containsExactly(id);
    assertThat(listed(client, "nobody")).containsExactly(free);
    assertThat(listed(signedIn(above), Long.toString(here.id()))).containsExactly(id);
    assertThat(listed(signedIn(above), "me")).isEmpty();
    JsonNode found = signedIn(above).get(keepers).json().path("items");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/name").asString()).isEqualTo(here.name());
    assertThat(found.at("/0/open").asInt()).isEqualTo(1);
    assertThat(signedIn(elsewhere).get(keepers).json().path("items")).isEmpty();
    assertThat(client.get("/api/incidents?keeper=-1").code()).isEqualTo("bad-filter");
    Map<String, Object> filter = Map.of("name", "mine", "filter", Map.of("keeper", "me"));
    assertThat(client.post("/api/saved-filters", filter).json().at("/filter/keeper").asString())
        .isEqualTo("me");
    Map<String, Object> wrong = Map.of("name", "x", "filter", Map.of("keeper", "her"));
    assertThat(client.post("/api/saved-filters", wrong).code()).isEqualTo("bad-filter");
  }

  private List<String> listed(TestClient by, String keeper) {
    return by.get("/api/incidents?keeper=" + keeper).json().path("items").findValuesAsString("id");
  }

  @Test
  void theNextEscalationGoesByTheNewestRules() {
    Actor actor = Actor.user(above.id());
    order(client, "escalate", null, "needs the district");
    EscalationRules before = ladder.current();
    EscalationRules now =
        ladder.publish(List.of(new EscalationRung(2, To.LEADER)), before.version(), actor);
    try {
      TestClient districtDesk = signedIn(above);
      assertThat(found(districtDesk, "escalated")).containsExactly(id);
      assertThat(order(districtDesk, "escalate", null, "further").code())
          .isEqualTo("nobody-further-up");
      order(districtDesk, "give-back", null, null);
      JsonNode up = order(client, "escalate", null, "to the leader").json();
      assertThat(up.at("/escalated/role").asString()).isEqualTo("LEADER");
      assertThat(found(signedIn(leader), "escalated")).containsExactly(id);
    } finally {
      ladder.publish(before.rungs(), now.version(), actor);
    }
  }

  /** Operators of the whole installation may stand between. */
  private void escalateToALeader(TestClient by) {
    for (int i = 0; i < 3; i++) {
      JsonNode now = order(by, "escalate", null, "for a leader").json();
      if (now.at("/escalated/role").asString().equals("LEADER")) {
        return;
      }
    }
    throw new AssertionError("no leader was reached");
  }

  @Test
  void nobodyHandsOnWhatHasEnded() {
    int version = client.get("/api/incidents/" + id).json().path("version").asInt();
    client.post(
        "/api/incidents/" + id + "/commands/settle", Map.of("version", version, "reason", "done"));
    assertThat(order(client, "hand-over", here.id(), null).code()).isEqualTo("illegal-move");
    assertThat(order(client, "escalate", null, "x").code()).isEqualTo("illegal-move");
  }

  @Test
  void aWallLearnsNotWhoHasACase() {
    order(client, "hand-over", here.id(), null);
    String path = "/api/live/snapshot?area=" + district.ground().top().id();
    String token = walls.create("hall", district.ground().top().path(), Actor.SYSTEM).token();
    JsonNode wall = TestClient.withKey(port, token).get(path).json().at("/incidents/0");
    assertThat(wall.path("id").asString()).isEqualTo(id);
    assertThat(wall.path("keeper").isNull()).isTrue();
    assertThat(
            client
                .get("/api/live/snapshot?area=" + community())
                .json()
                .at("/incidents/0/keeper")
                .asLong())
        .isEqualTo(here.id());
  }

  private long community() {
    return district.ground().communities().getFirst().id();
  }
}
