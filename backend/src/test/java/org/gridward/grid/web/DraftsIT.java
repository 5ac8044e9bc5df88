package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** A division is kept, looked at, adopted, dropped, and refused when the ground has changed. */
@PostgisTest
class DraftsIT {

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  private District mine;
  private TestClient administrator;

  @BeforeEach
  void makeADistrict() {
    mine = ground.district(2, 4);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
  }

  private String area() {
    return "/api/areas/" + mine.communities().getFirst().id();
  }

  private JsonNode preview(int cells) {
    return administrator
        .post(area() + "/divide", Map.of("form", "BALANCED", "cells", cells))
        .json();
  }

  private Answer keep(String name, int cells, JsonNode preview) {
    Map<String, Object> division = new HashMap<>(Map.of("form", "BALANCED", "cells", cells));
    division.put("until", preview.at("/until").asString());
    division.put("basis", preview.at("/edit/basis").asString());
    return administrator.post(area() + "/drafts", Map.of("name", name, "division", division));
  }

  private long kept(String name, int cells) {
    Answer answer = keep(name, cells, preview(cells));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().at("/id").asLong();
  }

  @Test
  void adoptsWhatWasShown() {
    JsonNode preview = preview(6);
    long id = keep("Six", 6, preview).json().at("/id").asLong();
    kept("Three", 3);
    JsonNode list = administrator.get(area() + "/drafts").json().at("/items");
    assertThat(list.valueStream().map(one -> one.at("/name").asString()))
        .containsExactly("Three", "Six");
    assertThat(list.at("/1/then")).isEqualTo(preview.at("/then"));
    assertThat(list.at("/1/today")).isEqualTo(preview.at("/today"));
    assertThat(list.at("/1/then/compactness").asDouble()).isBetween(0.5, 0.9);
    JsonNode look = administrator.get("/api/area-drafts/" + id).json();
    assertThat(look.at("/draft/current").asBoolean()).isTrue();
    assertThat(look.at("/changes")).isEqualTo(preview.at("/edit/changes"));
    Answer made =
        administrator.post(
            "/api/area-drafts/" + id + "/adopt", Map.of("effectiveAt", "2026-01-05T00:00:00Z"));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.json().at("/changes")).isEqualTo(preview.at("/edit/changes"));
    long cell = mine.cells().getFirst().id();
    JsonNode history = administrator.get("/api/areas/" + cell + "/history").json().at("/items");
    assertThat(history.at("/1/validFrom").asString()).isEqualTo("2026-01-05T00:00:00Z");
    assertThat(administrator.get("/api/area-drafts/" + id).status()).isEqualTo(404);
    Answer faults = administrator.get(area() + "/faults");
    assertThat(faults.json().at("/items/0/total").asInt()).isZero();
  }

  @Test
  void saysThatTheGroundHasChanged() {
    long id = kept("Before the split", 5);
    JsonNode outdated = preview(4);
    double lon = mine.west() + TestGround.STEP / 2;
    List<List<Double>> line =
        List.of(List.of(lon, mine.south() - 1), List.of(lon, mine.south() + 1));
    String cell = "/api/areas/" + mine.cells().getFirst().id() + "/split";
    String basis = administrator.post(cell, Map.of("line", line)).json().at("/basis").asString();
    Answer split = administrator.post(cell, Map.of("line", line, "basis", basis));
    assertThat(split.status()).as(split.body()).isEqualTo(200);
    Answer refused = administrator.post("/api/area-drafts/" + id + "/adopt", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/code").asString()).isEqualTo("draft-outdated");
    assertThat(refused.json().at("/detail").asString()).contains("Before the split");
    JsonNode look = administrator.get("/api/area-drafts/" + id).json();
    assertThat(look.at("/draft/current").asBoolean()).isFalse();
    assertThat(look.at("/changes").size()).isEqualTo(5);
    assertThat(keep("Too late", 4, outdated).status()).isEqualTo(409);
    assertThat(administrator.send("DELETE", "/api/area-drafts/" + id, null).status())
        .isEqualTo(204);
    assertThat(administrator.get(area() + "/drafts").json().at("/items").size()).isZero();
    assertThat(
            jdbc.sql("select count(*) from area_draft_part where draft_id = ?")
                .param(id)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void canBeAdoptedOnceAnotherWasUndone() {
    long first = kept("Five", 5);
    long second = kept("Three", 3);
    JsonNode before = administrator.get("/api/area-drafts/" + second).json();
    long edit = adopt(first).json().at("/edit").asLong();
    JsonNode meanwhile = administrator.get(area() + "/drafts").json().at("/items");
    assertThat(meanwhile.size()).isEqualTo(1);
    assertThat(meanwhile.at("/0/current").asBoolean()).isFalse();
    assertThat(adopt(second).code()).isEqualTo("draft-outdated");
    Answer undone = administrator.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    JsonNode look = administrator.get("/api/area-drafts/" + second).json();
    assertThat(look.at("/draft/current").asBoolean()).isTrue();
    assertThat(look.at("/changes").valueStream().map(one -> one.at("/boundary")).toList())
        .isEqualTo(before.at("/changes").valueStream().map(one -> one.at("/boundary")).toList());
    Answer made = adopt(second);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    Answer faults = administrator.get(area() + "/faults");
    assertThat(faults.json().at("/items/0/total").asInt()).isZero();
  }

  private Answer adopt(long draft) {
    return administrator.post("/api/area-drafts/" + draft + "/adopt", Map.of());
  }

  @Test
  void staysWithThoseWhoAdministerTheArea() {
    long id = kept("Ours", 4);
    District theirs = ground.district(1, 1);
    for (Role role : List.of(Role.OPERATOR, Role.GRID_WORKER, Role.LEADER, Role.ADMINISTRATOR)) {
      TestClient foreign = TestClient.withKey(port, people.key(role, theirs.top().path()));
      assertThat(foreign.get("/api/area-drafts/" + id).status()).isEqualTo(404);
      assertThat(foreign.send("DELETE", "/api/area-drafts/" + id, null).status()).isEqualTo(404);
      TestClient own = TestClient.withKey(port, people.key(role, mine.top().path()));
      assertThat(own.get("/api/area-drafts/" + id).status())
          .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
    }
  }
}
