package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An edit waits for its day, is made on it, or is not and says why. */
@PostgisTest
class PlannedEditsIT {

  private static final double STEP = TestGround.STEP;
  private static final String NEVER = "2031-01-01T00:00:00Z";

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Areas areas;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  private District mine;
  private TestClient administrator;

  @BeforeEach
  void makeADistrict() {
    mine = ground.district(1, 5);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
  }

  private String cell(int index) {
    return "/api/areas/" + mine.cells().get(index).id();
  }

  private String community() {
    return "/api/areas/" + mine.communities().getFirst().id();
  }

  /** Cuts a cell from south to north in two. */
  private Answer split(int index, Object effectiveAt) {
    double lon = mine.west() + (index + 0.4) * STEP;
    Map<String, Object> body = new HashMap<>();
    body.put(
        "line", List.of(List.of(lon, mine.south() - STEP), List.of(lon, mine.south() + 2 * STEP)));
    body.put(
        "basis", administrator.post(cell(index) + "/split", body).json().at("/basis").asString());
    body.put("effectiveAt", effectiveAt);
    return administrator.post(cell(index) + "/split", body);
  }

  private long planned(int index, Object effectiveAt) {
    Answer answer = split(index, effectiveAt);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/edit").isNull()).isTrue();
    return answer.json().at("/planned").asLong();
  }

  private static String soon() {
    return Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private JsonNode list() {
    return administrator.get(community() + "/planned-edits").json().at("/items");
  }

  private JsonNode history(int index) {
    return administrator.get(cell(index) + "/history").json().at("/items");
  }

  private void assertExact() {
    JsonNode found = administrator.get(community() + "/faults").json();
    assertThat(found.at("/items/0/total").asInt()).as(found.toString()).isZero();
  }

  @Test
  void isMadeOnItsDay() {
    String day = soon();
    Answer answer = split(0, day);
    JsonNode waiting = list();
    assertThat(waiting.size()).isOne();
    assertThat(waiting.at("/0/effectiveAt").asString()).isEqualTo(day);
    assertThat(waiting.at("/0/kind").asString()).isEqualTo("split");
    assertThat(waiting.at("/0/current").asBoolean()).isTrue();
    assertThat(waiting.at("/0/refused").isNull()).isTrue();
    JsonNode look =
        administrator.get("/api/planned-edits/" + answer.json().at("/planned").asLong()).json();
    assertThat(look.at("/changes")).isEqualTo(answer.json().at("/changes"));
    assertThat(areas.listChildren(mine.communities().getFirst().id())).hasSize(5);

    await().atMost(Duration.ofSeconds(60)).until(() -> list().isEmpty());
    assertThat(history(0).at("/0/validUntil").asString()).isEqualTo(day);
    assertThat(history(0).at("/1/validFrom").asString()).isEqualTo(day);
    await() // the index in memory follows in the background
        .untilAsserted(
            () -> assertThat(areas.listChildren(mine.communities().getFirst().id())).hasSize(6));
    JsonNode edit = administrator.get(community() + "/edits").json().at("/items/0");
    assertThat(edit.at("/kind").asString()).isEqualTo("split");
    assertThat(edit.at("/effectiveAt").asString()).isEqualTo(day);
    assertThat(edit.at("/actor").asString()).isEqualTo(waiting.at("/0/actor").asString());
    assertExact();
    Answer undone =
        administrator.send("POST", "/api/area-edits/" + edit.at("/id").asLong() + "/undo", null);
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    assertExact();
  }

  @Test
  void isNotMadeOnOtherGround() {
    String day = soon();
    long id = planned(2, day);
    String basis =
        administrator
            .post(cell(2) + "/merge", Map.of("others", List.of(mine.cells().get(3).id())))
            .json()
            .at("/basis")
            .asString();
    Answer merged =
        administrator.post(
            cell(2) + "/merge",
            Map.of("others", List.of(mine.cells().get(3).id()), "basis", basis));
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(list().at("/0/current").asBoolean()).isFalse();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(list().at("/0/refused").asString("")).isEqualTo("planned-outdated"));
    assertThat(history(2).size()).isEqualTo(2); // before and after the merge
    assertExact();
    assertThat(administrator.send("DELETE", "/api/planned-edits/" + id, null).status())
        .isEqualTo(204);
    assertThat(list().isEmpty()).isTrue();
  }

  private Answer make(String path, Map<String, Object> body) {
    Map<String, Object> whole = new HashMap<>(body);
    Answer preview = administrator.post(path, body);
    whole.put(
        "basis", preview.json().at(path.endsWith("divide") ? "/edit/basis" : "/basis").asString());
    if (path.endsWith("divide")) {
      whole.put("until", preview.json().at("/until").asString());
    }
    Answer made = administrator.post(path, whole);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return made;
  }

  @Test
  void isMadeWhereAnEditWasTakenBack() {
    planned(2, Instant.now().plusSeconds(8).toString());
    Answer merged = make(cell(2) + "/merge", Map.of("others", List.of(mine.cells().get(3).id())));
    assertThat(list().at("/0/current").asBoolean()).isFalse();
    long edit = merged.json().at("/edit").asLong();
    administrator.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(list().at("/0/current").asBoolean()).isTrue();
    await().atMost(Duration.ofSeconds(60)).until(() -> list().isEmpty());
    JsonNode last = administrator.get(community() + "/edits").json().at("/items/0");
    assertThat(last.at("/kind").asString()).isEqualTo("split");
    assertExact();
  }

  @Test
  void doesNotDivideAnAreaThatHasAnotherShape() {
    mine = ground.district(2, 2);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
    List<Long> cells = mine.cells().stream().map(Area::id).toList();
    jdbc.sql("delete from area_boundary where area_id in (:ids)").param("ids", cells).update();
    jdbc.sql("delete from area where id in (:ids)").param("ids", cells).update();
    ground.reload();
    make(community() + "/divide", Map.of("form", "SQUARES", "metres", 30, "effectiveAt", NEVER));
    assertThat(list().at("/0/current").asBoolean()).isTrue();
    double lon = mine.west() + 1.7 * STEP;
    make(
        community() + "/reshape",
        Map.of(
            "other", mine.communities().get(1).id(),
            "line",
                List.of(List.of(lon, mine.south() - STEP), List.of(lon, mine.south() + 2 * STEP))));
    assertThat(list().at("/0/current").asBoolean()).isFalse();
  }

  @Test
  void repairsALevelThatHasParts() {
    mine = ground.district(2, 2);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326))
            where area_id = ?
            """)
        .params(mine.west() + 2.5 * STEP, mine.south(), mine.west() + 4 * STEP)
        .params(mine.south() + STEP, mine.communities().get(1).id())
        .update();
    String top = "/api/areas/" + mine.top().id();
    make(top + "/repairs", Map.of("level", "community", "effectiveAt", soon()));
    JsonNode waiting = administrator.get(top + "/planned-edits").json().at("/items/0");
    assertThat(waiting.at("/current").asBoolean()).as(waiting.toString()).isTrue();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> administrator.get(top + "/planned-edits").json().at("/items").isEmpty());
    JsonNode found = administrator.get(top + "/faults?level=community").json();
    assertThat(found.at("/items/0/total").asInt()).as(found.toString()).isZero();
  }

  @Test
  void isNotMadeOnceItIsCancelled() {
    String day = soon();
    long cancelled = planned(0, day);
    assertThat(administrator.send("DELETE", "/api/planned-edits/" + cancelled, null).status())
        .isEqualTo(204);
    assertThat(administrator.get("/api/planned-edits/" + cancelled).status()).isEqualTo(404);
    planned(2, Instant.parse(day).plusMillis(1).toString());
    await().atMost(Duration.ofSeconds(60)).until(() -> list().isEmpty());
    assertThat(history(2).size()).isEqualTo(2);
    assertThat(history(0).size()).isOne();
  }

  @Test
  void givesNoCodeTwice() {
    Answer planned = split(0, soon());
    String wanted = planned.json().at("/changes/1/code").asString();
    Answer made = split(4, null);
    assertThat(made.json().at("/changes/1/code").asString()).isEqualTo(wanted);
    await().atMost(Duration.ofSeconds(60)).until(() -> list().isEmpty());
    JsonNode changes = administrator.get(community() + "/edits").json().at("/items/0/changes");
    assertThat(changes.at("/1/change").asString()).isEqualTo("created");
    assertThat(changes.at("/1/code").asString()).isGreaterThan(wanted);
    assertExact();
  }

  @Test
  void takesNoTwoPlansForOneArea() {
    long first = planned(0, NEVER);
    Answer second = split(0, "2030-01-01T00:00:00Z");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().at("/code").asString()).isEqualTo("planned-already");
    assertThat(second.json().at("/planned").asLong()).isEqualTo(first);
    assertThat(planned(3, NEVER)).isNotEqualTo(first);
    Answer tooLate = split(2, "2999-01-01T00:00:00Z");
    assertThat(tooLate.status()).isEqualTo(422);
    assertThat(tooLate.json().at("/code").asString()).isEqualTo("effective-too-late");
    assertThat(list().size()).isEqualTo(2);
  }

  @Test
  void takesADraftForALaterDay() {
    Map<String, Object> division = new HashMap<>(Map.of("form", "BALANCED", "cells", 3));
    JsonNode preview = administrator.post(community() + "/divide", division).json();
    division.put("until", preview.at("/until").asString());
    division.put("basis", preview.at("/edit/basis").asString());
    long draft =
        administrator
            .post(community() + "/drafts", Map.of("name", "Three", "division", division))
            .json()
            .at("/id")
            .asLong();
    Answer adopted =
        administrator.post("/api/area-drafts/" + draft + "/adopt", Map.of("effectiveAt", soon()));
    assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
    assertThat(adopted.json().at("/planned").asLong()).isPositive();
    assertThat(administrator.get("/api/area-drafts/" + draft).status()).isEqualTo(404);
    await().atMost(Duration.ofSeconds(60)).until(() -> list().isEmpty());
    JsonNode edit = administrator.get(community() + "/edits").json().at("/items/0");
    assertThat(edit.at("/kind").asString()).isEqualTo("divide");
    assertThat(history(0).size()).isEqualTo(2);
    assertExact();
  }

  @Test
  void staysWithThoseWhoAdministerTheArea() {
    long id = planned(0, NEVER);
    District theirs = ground.district(1, 1);
    for (Role role : List.of(Role.OPERATOR, Role.GRID_WORKER, Role.LEADER, Role.ADMINISTRATOR)) {
      TestClient foreign = TestClient.withKey(port, people.key(role, theirs.top().path()));
      assertThat(foreign.get("/api/planned-edits/" + id).status()).isEqualTo(404);
      assertThat(foreign.send("DELETE", "/api/planned-edits/" + id, null).status()).isEqualTo(404);
      assertThat(foreign.get("/api/areas/0/planned-edits").status()).isEqualTo(403);
      TestClient own = TestClient.withKey(port, people.key(role, mine.top().path()));
      assertThat(own.get("/api/planned-edits/" + id).status())
          .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
    }
  }
}
