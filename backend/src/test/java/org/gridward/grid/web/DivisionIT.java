package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestPeople;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.ResponsibilityRank;
import org.gridward.workforce.Workforce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A community is divided into cells, the first time and anew. */
@PostgisTest
class DivisionIT {

  private static final double STEP = TestGround.STEP;

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Workforce workforce;
  @Autowired CellLocator cells;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  private District mine;
  private TestClient administrator;
  private TestClient operator;

  @BeforeEach
  void makeADistrict() {
    mine = ground.district(2, 4);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
    operator = TestClient.withKey(port, people.key(Role.OPERATOR, mine.top().path()));
  }

  private long community(int index) {
    return mine.communities().get(index).id();
  }

  private Answer make(long area, Map<String, ?> body) {
    Answer preview = administrator.post("/api/areas/" + area + "/divide", body);
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(preview.json().at("/edit/edit").isNull()).isTrue();
    Map<String, Object> with = new HashMap<>(body);
    with.put("basis", preview.json().at("/edit/basis").asString());
    with.put("until", preview.json().at("/until").asString());
    Answer made = administrator.post("/api/areas/" + area + "/divide", with);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.json().at("/edit/changes")).isEqualTo(preview.json().at("/edit/changes"));
    return made;
  }

  private JsonNode history(long area) {
    return administrator.get("/api/areas/" + area + "/edits").json().at("/items");
  }

  private int faults(long area) {
    return administrator.get("/api/areas/" + area + "/faults").json().at("/items/0/total").asInt();
  }

  private long worker(long cell) {
    User user = people.user(Role.GRID_WORKER, mine.top().path());
    long id =
        workforce
            .create(
                new NewWorker(user.id(), user.name(), null, mine.top().path(), Set.of(), 5, null),
                Actor.SYSTEM)
            .id();
    workforce.setResponsible(cell, id, List.of(), Actor.SYSTEM);
    return id;
  }

  private String report(double lon, double lat) {
    String category = operator.get("/api/categories").json().at("/items/0/code").asString();
    Answer answer =
        operator.post(
            "/api/incidents",
            Map.of("category", category, "place", Map.of("lon", lon, "lat", lat)));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    return answer.json().at("/id").asString();
  }

  private long cellOf(String incident) {
    return jdbc.sql("select cell_id from incident where id = ?::uuid")
        .param(incident)
        .query(Long.class)
        .single();
  }

  private String placement(String incident) {
    return jdbc.sql("select placement from incident where id = ?::uuid")
        .param(incident)
        .query(String.class)
        .single();
  }

  private long located(String incident) {
    return jdbc.sql(
            "select count(*) from journal_entry where incident_id = ?::uuid and kind ="
                + " 'incident.located'")
        .param(incident)
        .query(Long.class)
        .single();
  }

  @Test
  void dividesGroundThatHasNoCellsYet() {
    jdbc.sql("delete from area_boundary where area_id in (select id from area where parent_id = ?)")
        .param(community(0))
        .update();
    jdbc.sql("delete from area where parent_id = ?").param(community(0)).update();
    ground.reload();
    String outside = report(mine.west() + STEP / 5, mine.south() + STEP / 5);
    assertThat(placement(outside)).isEqualTo("OUTSIDE");
    Answer made = make(community(0), Map.of("form", "SQUARES", "metres", 60));
    var changes = made.json().at("/edit/changes");
    assertThat(changes.size()).isBetween(6, 24);
    String code = mine.communities().getFirst().code();
    assertThat(changes.get(0).at("/code").asString()).isEqualTo(code + "-001");
    assertThat(changes.valueStream().map(change -> change.at("/change").asString()))
        .contains("created")
        .doesNotContain("reshaped", "retired");
    assertThat(made.json().at("/today").isNull()).isTrue();
    assertThat(faults(community(0))).isZero();
    double lon = mine.west() + STEP / 3;
    double lat = mine.south() + STEP / 3;
    assertThat(cells.locate(lon, lat))
        .hasValueSatisfying(
            cell ->
                assertThat(cell.names())
                    .containsEntry(
                        "en",
                        "Area %s · %s".formatted(code, cell.code().substring(code.length() + 1))));
    await().untilAsserted(() -> assertThat(placement(outside)).isEqualTo("IN_CELL"));
    assertThat(cellOf(outside))
        .isEqualTo(
            cells.locate(mine.west() + STEP / 5, mine.south() + STEP / 5).orElseThrow().id());
    assertThat(located(outside)).isEqualTo(1);
    long edit = made.json().at("/edit/edit").asLong();
    assertThat(made.json().at("/edit/undoable").asBoolean()).isFalse();
    assertThat(history(community(0)).at("/0/undoable").asBoolean()).isFalse();
    Answer undone = administrator.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(undone.status()).isEqualTo(409);
    assertThat(undone.json().at("/code").asString()).isEqualTo("nothing-remains");
  }

  @Test
  void sharesIncidentsOutEvenlyAndPeopleAndIncidentsFollow() {
    long first = mine.cells().getFirst().id();
    long before = worker(first);
    double lat = mine.south() + STEP / 2;
    String reported = report(mine.west() + 0.1 * STEP, lat);
    for (int i = 1; i < 40; i++) {
      report(mine.west() + (0.1 + i * 0.02) * STEP, lat + (i % 7 - 3) * STEP / 10);
    }
    Answer made = make(community(0), Map.of("form", "BALANCED", "cells", 5));
    assertThat(made.json().at("/today/cells").asInt()).isEqualTo(4);
    assertThat(made.json().at("/then/cells").asInt()).isEqualTo(5);
    assertThat(made.json().at("/today/most").asDouble()).isEqualTo(40);
    assertThat(made.json().at("/then/total").asDouble()).isEqualTo(40);
    assertThat(made.json().at("/then/deviation").asDouble())
        .isLessThan(made.json().at("/today/deviation").asDouble() / 2);
    assertThat(faults(community(0))).isZero();
    Set<String> codes = new HashSet<>();
    made.json()
        .at("/edit/changes")
        .valueStream()
        .filter(change -> !change.at("/change").asString().equals("aligned"))
        .forEach(change -> codes.add(change.at("/code").asString()));
    for (int i = 0; i < 4; i++) {
      assertThat(codes).contains(mine.cells().get(i).code());
    }
    long now = cells.locate(mine.west() + 0.1 * STEP, lat).orElseThrow().id();
    assertThat(cellOf(reported)).isEqualTo(now);
    assertThat(workforce.listResponsible(now))
        .anyMatch(one -> one.rank() == ResponsibilityRank.MAIN && one.worker().id() == before);
    long edit = made.json().at("/edit/edit").asLong();
    assertThat(made.json().at("/edit/undoable").asBoolean()).isTrue();
    assertThat(history(community(0)).at("/0/undoable").asBoolean()).isTrue();
    Answer undone = administrator.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    assertThat(cellOf(reported)).isEqualTo(first);
    assertThat(workforce.listResponsible(first)).anyMatch(one -> one.worker().id() == before);
    assertThat(faults(community(0))).isZero();
  }

  @Test
  void refusesWhatCannotBeDivided() {
    String cell = "/api/areas/" + mine.cells().getFirst().id() + "/divide";
    String top = "/api/areas/" + mine.top().id() + "/divide";
    for (String path : List.of(cell, top)) {
      Answer answer = administrator.post(path, Map.of("form", "SQUARES", "metres", 100));
      assertThat(answer.json().at("/code").asString()).isEqualTo("area-not-to-divide");
    }
    String community = "/api/areas/" + community(0) + "/divide";
    assertThat(
            administrator.post(community, Map.of("form", "BALANCED")).json().at("/code").asString())
        .isEqualTo("value-missing");
    assertThat(administrator.post(community, Map.of("form", "SQUARES", "metres", 1)).status())
        .isEqualTo(422);
    assertThat(administrator.post(community, Map.of("form", "STARS", "metres", 100)).status())
        .isBetween(400, 422);
  }

  @Test
  void dividesAnewWhatOverlaps() {
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326))
            where area_id = ?
            """)
        .params(mine.west(), mine.south(), mine.west() + 2 * STEP, mine.south() + STEP)
        .param(mine.cells().getFirst().id())
        .update();
    ground.reload();
    assertThat(faults(community(0))).isPositive();
    make(community(0), Map.of("form", "BALANCED", "cells", 4));
    assertThat(faults(community(0))).isZero();
  }

  @Test
  void givesPeopleBackWhenADivisionIsMadeAgainByUndoingItsUndo() {
    List<Long> workers = mine.cells().stream().limit(4).map(cell -> worker(cell.id())).toList();
    Answer made = make(community(0), Map.of("form", "BALANCED", "cells", 3));
    List<Long> kept =
        made.json()
            .at("/edit/changes")
            .valueStream()
            .filter(change -> change.at("/change").asString().equals("reshaped"))
            .map(change -> change.at("/id").asLong())
            .toList();
    assertThat(kept).hasSize(3);
    long main = worker(kept.get(1));
    Answer undone = undo(made.json().at("/edit/edit").asLong());
    assertThat(main(kept.get(1))).isIn(workers);
    undo(undone.json().at("/edit").asLong());
    assertThat(main(kept.get(1))).isEqualTo(main);
  }

  private Answer undo(long edit) {
    Answer undone = administrator.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    return undone;
  }

  private long main(long cell) {
    return workforce.listResponsible(cell).stream()
        .filter(one -> one.rank() == ResponsibilityRank.MAIN)
        .map(one -> one.worker().id())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesTimesBeyondTheCalendar() {
    for (String until : List.of("-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
      Answer answer =
          administrator.post(
              "/api/areas/" + community(0) + "/divide",
              Map.of("form", "BALANCED", "cells", 2, "until", until));
      assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    }
  }
}
