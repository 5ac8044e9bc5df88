package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.grid.store.WritersLock;
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
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class AreaEditsIT {

  private static final double STEP = TestGround.STEP;

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Workforce workforce;
  @Autowired Areas areas;
  @Autowired CellLocator cells;
  @Autowired JdbcClient jdbc;
  @Autowired WritersLock writers;
  @Autowired TransactionTemplate work;
  @LocalServerPort int port;
  private District mine;
  private TestClient administrator;
  private TestClient operator;

  @BeforeEach
  void makeADistrict() {
    mine = ground.district(1, 4);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
    operator = TestClient.withKey(port, people.key(Role.OPERATOR, mine.top().path()));
  }

  private Area cell(int index) {
    return mine.cells().get(index);
  }

  /** A line from south to north through a cell, at this share of its width from the west. */
  private List<List<Double>> upThrough(int index, double share) {
    double lon = mine.west() + (index + share) * STEP;
    return List.of(List.of(lon, mine.south() - STEP), List.of(lon, mine.south() + 2 * STEP));
  }

  private Answer ask(String path, Map<String, ?> body) {
    return administrator.post(path, body);
  }

  /** Asks for a preview, then for the same with its basis. */
  private Answer make(String path, Map<String, ?> body) {
    Answer preview = ask(path, body);
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(preview.json().at("/edit").isNull()).isTrue();
    assertThat(preview.json().at("/undoable").asBoolean()).isFalse();
    Map<String, Object> with = new HashMap<>(body);
    with.put("basis", preview.json().at("/basis").asString());
    Answer made = ask(path, with);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.json().at("/undoable").asBoolean()).isTrue();
    return made;
  }

  private Answer undo(Answer made) {
    long id = made.json().at("/edit").asLong();
    return administrator.send("POST", "/api/area-edits/" + id + "/undo", null);
  }

  private String splitPath(int index) {
    return "/api/areas/" + cell(index).id() + "/split";
  }

  private long worker() {
    User user = people.user(Role.GRID_WORKER, mine.top().path());
    return workforce
        .create(
            new NewWorker(user.id(), user.name(), null, mine.top().path(), Set.of(), 5, null),
            Actor.SYSTEM)
        .id();
  }

  private List<String> people(long cellId) {
    return workforce.listResponsible(cellId).stream()
        .map(one -> (one.rank() == ResponsibilityRank.MAIN ? "main " : "") + one.worker().id())
        .toList();
  }

  private String report(Map<String, ?> place) {
    String category = operator.get("/api/categories").json().at("/items/0/code").asString();
    Answer answer = operator.post("/api/incidents", Map.of("category", category, "place", place));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    return answer.json().at("/id").asString();
  }

  private long cellOf(String incident) {
    return jdbc.sql("select cell_id from incident where id = ?::uuid")
        .param(incident)
        .query(Long.class)
        .single();
  }

  private int faults() {
    return administrator
        .get("/api/areas/" + mine.communities().getFirst().id() + "/faults")
        .json()
        .at("/items/0/total")
        .asInt();
  }

  private List<String> boundaries() {
    return jdbc.sql(
            """
            select a.code || ' ' || ST_AsText(b.boundary) from area a join area_boundary b
              on b.area_id = a.id and b.valid_until is null and a.retired_at is null
            where a.path like ? order by a.code
            """)
        .param(mine.top().path().value() + "%")
        .query(String.class)
        .list();
  }

  @Test
  void listsTheEditsOfAnArea() {
    Answer first = make(splitPath(0), Map.of("line", upThrough(0, .4)));
    make(splitPath(2), Map.of("line", upThrough(2, .4)));
    assertThat(undo(first).status()).isEqualTo(200);
    String path = "/api/areas/" + mine.top().id() + "/edits";
    var edits = administrator.get(path).json().at("/items");
    assertThat(edits.valueStream().map(edit -> edit.at("/kind").asString()))
        .containsExactly("undo", "split", "split");
    assertThat(edits.at("/2/undoneBy").asLong()).isEqualTo(edits.at("/0/id").asLong());
    assertThat(edits.valueStream().map(edit -> edit.at("/undoable").asBoolean()))
        .containsExactly(true, true, false);
    assertThat(edits.at("/1/changes/0/code").asString()).isEqualTo(cell(2).code());
    assertThat(edits.at("/1/actorName").asString()).isNotBlank();
    var page = administrator.get(path + "?limit=2").json();
    assertThat(page.at("/items").size()).isEqualTo(2);
    var rest = administrator.get(path + "?limit=2&before=" + page.at("/next").asString()).json();
    assertThat(rest.at("/items/0/id").asLong()).isEqualTo(first.json().at("/edit").asLong());
    assertThat(rest.at("/next").isNull()).isTrue();
    var other =
        TestClient.withKey(
            port, people.key(Role.ADMINISTRATOR, ground.district(1, 1).top().path()));
    assertThat(other.get(path).status()).isEqualTo(404);
  }

  @Test
  void splitsACellAndItsPeopleAndIncidentsFollow() {
    long main = worker();
    long backup = worker();
    workforce.setResponsible(cell(1).id(), main, List.of(backup), Actor.SYSTEM);
    double lat = mine.south() + STEP / 2;
    String west = report(Map.of("lon", mine.west() + 1.1 * STEP, "lat", lat));
    String east = report(Map.of("lon", mine.west() + 1.9 * STEP, "lat", lat));
    String nowhere = report(Map.of("cellCode", cell(1).code()));

    Answer made = make(splitPath(1), Map.of("line", upThrough(1, 0.4)));

    String code = made.json().at("/changes/1/code").asString();
    assertThat(code).isEqualTo(cell(0).code().replaceAll("...$", "004"));
    Area added = areas.getByCode(code);
    assertThat(added.names())
        .containsEntry("en", cell(1).names().get("en") + " · 004")
        .containsEntry("zh", cell(1).names().get("zh") + " · 004");
    assertThat(added.parentId()).isEqualTo(cell(1).parentId());
    assertThat(cells.locate(mine.west() + 1.1 * STEP, lat)).contains(added);
    assertThat(cells.locate(mine.west() + 1.9 * STEP, lat)).contains(cell(1));
    assertThat(people(added.id())).containsExactly("main " + main, "" + backup);
    assertThat(people(cell(1).id())).containsExactly("main " + main, "" + backup);
    assertThat(cellOf(west)).isEqualTo(added.id());
    assertThat(cellOf(east)).isEqualTo(cell(1).id());
    assertThat(cellOf(nowhere)).isEqualTo(cell(1).id());
    assertThat(operator.get("/api/incidents/" + west + "/story").body())
        .contains("the cells were redrawn");
    assertThat(faults()).isZero();
  }

  @Test
  void showsWhileSomebodyElseWrites() throws Exception {
    CountDownLatch alone = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    Thread writing =
        Thread.ofVirtual()
            .start(
                () ->
                    work.executeWithoutResult(
                        _ -> {
                          writers.take();
                          alone.countDown();
                          await(seen);
                        }));
    await(alone);
    try {
      var line = Map.of("line", upThrough(1, 0.4));
      var preview = CompletableFuture.supplyAsync(() -> ask(splitPath(1), line));
      assertThat(preview.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
    } finally {
      seen.countDown();
      assertThat(writing.join(Duration.ofMinutes(1))).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsFirstAndChangesNothing() {
    List<String> before = boundaries();
    Answer preview = ask(splitPath(1), Map.of("line", upThrough(1, 0.4)));
    assertThat(preview.json().at("/changes")).hasSize(2);
    assertThat(preview.json().at("/changes/1/change").asString()).isEqualTo("created");
    assertThat(preview.json().at("/changes/1/boundary/type").asString()).isEqualTo("MultiPolygon");
    assertThat(boundaries()).isEqualTo(before);
  }

  @Test
  void refusesWhatSomebodyElseHasChangedSinceThePreview() {
    Answer preview = ask(splitPath(1), Map.of("line", upThrough(1, 0.4)));
    make(splitPath(1), Map.of("line", upThrough(1, 0.7)));
    Answer late =
        ask(
            splitPath(1),
            Map.of("line", upThrough(1, 0.4), "basis", preview.json().at("/basis").asString()));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("areas-changed");
  }

  @Test
  void undoesASplitAndNeverUsesACodeTwice() {
    List<String> before = boundaries();
    Answer first = make(splitPath(1), Map.of("line", upThrough(1, 0.4)));
    long gone = areas.getByCode(first.json().at("/changes/1/code").asString()).id();
    String west = report(Map.of("lon", mine.west() + 1.1 * STEP, "lat", mine.south() + STEP / 2));
    assertThat(cellOf(west)).isEqualTo(gone);

    assertThat(undo(first).status()).isEqualTo(200);
    assertThat(boundaries()).isEqualTo(before);
    assertThat(areas.find(gone)).isEmpty();
    assertThat(cellOf(west)).isEqualTo(cell(1).id());
    assertThat(undo(first).code()).isEqualTo("edit-undone");

    Answer second = make(splitPath(1), Map.of("line", upThrough(1, 0.4)));
    assertThat(second.json().at("/changes/1/code").asString()).endsWith("005");
  }

  @Test
  void mergesCellsAndTheLargerOnesMainStays() {
    long larger = worker();
    long smaller = worker();
    long helper = worker();
    make(
        "/api/areas/" + cell(1).id() + "/reshape",
        Map.of("other", cell(2).id(), "line", upThrough(1, 0.5)));
    workforce.setResponsible(cell(2).id(), larger, List.of(), Actor.SYSTEM);
    workforce.setResponsible(cell(1).id(), smaller, List.of(helper), Actor.SYSTEM);
    List<String> before = boundaries();
    String incident =
        report(Map.of("lon", mine.west() + 1.1 * STEP, "lat", mine.south() + STEP / 2));
    assertThat(cellOf(incident)).isEqualTo(cell(1).id());
    Instant then = Instant.now();

    Answer made =
        make("/api/areas/" + cell(1).id() + "/merge", Map.of("others", List.of(cell(2).id())));

    assertThat(areas.find(cell(1).id())).isEmpty();
    assertThat(cells.locateAt(mine.west() + 1.1 * STEP, mine.south() + STEP / 2, then))
        .as("as it was then")
        .contains(cell(1));
    assertThat(people(cell(2).id())).containsExactly("main " + larger, "" + smaller);
    assertThat(people(cell(1).id())).isEmpty();
    assertThat(cellOf(incident)).isEqualTo(cell(2).id());
    assertThat(faults()).isZero();

    assertThat(undo(made).status()).isEqualTo(200);
    assertThat(boundaries()).isEqualTo(before);
    assertThat(people(cell(2).id())).containsExactly("main " + larger);
    assertThat(people(cell(1).id())).containsExactly("main " + smaller, "" + helper);
    assertThat(cellOf(incident)).isEqualTo(cell(1).id());
  }

  @Test
  void undoesOnlyWhatNothingLaterHasTouched() {
    Answer first = make(splitPath(1), Map.of("line", upThrough(1, 0.4)));
    Answer second = make(splitPath(1), Map.of("line", upThrough(1, 0.7)));
    assertThat(undo(first).status()).isEqualTo(409);
    assertThat(undo(first).code()).isEqualTo("edited-since");
    assertThat(undo(second).status()).isEqualTo(200);
  }

  @Test
  void explainsWhatCannotBe() {
    assertThat(ask(splitPath(0), Map.of("line", upThrough(3, 0.5))).code())
        .isEqualTo("cuts-nothing");
    String merge = "/api/areas/" + cell(0).id() + "/merge";
    assertThat(ask(merge, Map.of("others", List.of(cell(3).id()))).code())
        .isEqualTo("not-neighbours");
    assertThat(ask(merge, Map.of("others", List.of(cell(0).id()))).code()).isEqualTo("area-twice");
    long community = mine.communities().getFirst().id();
    assertThat(ask("/api/areas/" + community + "/split", Map.of("line", upThrough(1, 0.5))).code())
        .isEqualTo("area-has-parts");
    assertThat(
            ask(
                    splitPath(0),
                    Map.of("line", upThrough(0, 0.5), "effectiveAt", "2999-01-01T00:00:00Z"))
                .code())
        .isEqualTo("effective-too-late");
    assertThat(
            ask(
                    splitPath(0),
                    Map.of("line", upThrough(0, 0.5), "effectiveAt", "1960-01-01T00:00:00Z"))
                .code())
        .isEqualTo("effective-too-early");
  }

  @Test
  void givesPeopleBackWhenAMergeIsMadeAgainByUndoingItsUndo() {
    long larger = worker();
    long smaller = worker();
    make(
        "/api/areas/" + cell(1).id() + "/reshape",
        Map.of("other", cell(2).id(), "line", upThrough(1, 0.5)));
    workforce.setResponsible(cell(2).id(), larger, List.of(), Actor.SYSTEM);
    workforce.setResponsible(cell(1).id(), smaller, List.of(), Actor.SYSTEM);
    Answer merged =
        make("/api/areas/" + cell(1).id() + "/merge", Map.of("others", List.of(cell(2).id())));
    List<String> before = boundaries();
    Answer apart = undo(merged);
    assertThat(people(cell(2).id())).containsExactly("main " + larger);
    Answer again = undo(apart);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(boundaries()).isEqualTo(before);
    assertThat(people(cell(2).id())).containsExactly("main " + larger, "" + smaller);
    assertThat(people(cell(1).id())).isEmpty();
    assertThat(undo(again).status()).isEqualTo(200);
    assertThat(people(cell(1).id())).containsExactly("main " + smaller);
  }

  /** Another server has just divided one of them, and the news is on its way. */
  @Test
  void doesNotMergeAwayAnAreaThatHasPartsSinceAMoment() {
    District two = ground.district(2, 1);
    TestClient theirs = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, two.top().path()));
    jdbc.sql("update area set retired_at = now() where id in (:cells)")
        .param("cells", two.cells().stream().map(Area::id).toList())
        .update();
    ground.reload();
    String path = "/api/areas/" + two.communities().get(0).id() + "/merge";
    Map<String, ?> body = Map.of("others", List.of(two.communities().get(1).id()));
    assertThat(theirs.post(path, body).status()).isEqualTo(200);
    jdbc.sql("update area set retired_at = null where id = ?")
        .param(two.cells().get(1).id())
        .update();
    assertThat(theirs.post(path, body).code()).isEqualTo("area-has-parts");
  }

  @Test
  void doesNotTakeBackAnAreaThatWasDividedSince() {
    District two = ground.district(1, 2);
    TestClient theirs = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, two.top().path()));
    jdbc.sql("update area set retired_at = now() where id in (:cells)")
        .param("cells", two.cells().stream().map(Area::id).toList())
        .update();
    ground.reload();
    double middle = two.west() + STEP;
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "line",
                List.of(
                    List.of(middle, two.south() - STEP), List.of(middle, two.south() + 2 * STEP))));
    String path = "/api/areas/" + two.communities().getFirst().id() + "/split";
    body.put("basis", theirs.post(path, body).json().at("/basis").asString());
    Answer split = theirs.post(path, body);
    assertThat(split.status()).as(split.body()).isEqualTo(200);
    Area added = areas.getByCode(split.json().at("/changes/1/code").asString());
    Map<String, Object> squares = new HashMap<>(Map.of("form", "SQUARES", "metres", 40));
    String divide = "/api/areas/" + added.id() + "/divide";
    Answer preview = theirs.post(divide, squares);
    squares.put("basis", preview.json().at("/edit/basis").asString());
    squares.put("until", preview.json().at("/until").asString());
    assertThat(theirs.post(divide, squares).status()).isEqualTo(200);

    long edit = split.json().at("/edit").asLong();
    Answer undone = theirs.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(undone.status()).as(undone.body()).isEqualTo(409);
    assertThat(undone.code()).isEqualTo("edited-since");
    assertThat(areas.find(added.id())).isPresent();
  }
}
