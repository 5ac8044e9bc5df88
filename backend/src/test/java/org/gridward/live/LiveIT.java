package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridward.grid.Area;
import org.gridward.grid.TestGround;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.Users;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Workforce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class LiveIT {

  @LocalServerPort int port;
  @Autowired Journal journal;
  @Autowired TransactionTemplate transaction;
  @Autowired TestPeople people;
  @Autowired TestGround ground;
  @Autowired Users users;
  @Autowired ApiKeys keys;
  @Autowired Workforce workforce;

  private Area area;
  private AreaPath cell;
  private String topic;

  @BeforeEach
  void makeGround() {
    TestGround.District district = ground.district(1, 1);
    area = district.top();
    cell = district.cells().getFirst().path();
    topic = "/topic/areas/" + area.id() + "/incidents";
  }

  @Test
  void resumesByCursorWithoutGapOrDuplicateWhileOthersWrite() throws Exception {
    Cursor start = journal.head();
    String key = people.key(Role.OPERATOR, area.path());
    ConcurrentLinkedQueue<String> got = new ConcurrentLinkedQueue<>();
    List<String> written = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> writers =
          IntStream.range(0, 3)
              .mapToObj(n -> threads.submit(() -> write("w" + n + "-", 120)))
              .toList();
      Object cursor = start;
      for (int visit = 0; visit < 4; visit++) {
        try (LiveClient client = LiveClient.withKey(port, key).follow(topic, cursor)) {
          int least = 30 * (visit + 1);
          await().until(() -> got.size() + client.subjects().size() >= least);
          cursor = leave(client, got);
        }
      }
      for (Future<List<String>> writer : writers) {
        written.addAll(writer.get());
      }
      try (LiveClient client = LiveClient.withKey(port, key).follow(topic, cursor)) {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> got.size() + client.subjects().size() >= written.size());
        leave(client, got);
      }
    }
    assertThat(got).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    assertThat(List.copyOf(got))
        .isEqualTo(
            journal.listAfter(start, area.path(), 1_000).stream()
                .filter(entry -> entry.kind().equals("incident.filed"))
                .map(entry -> entry.subject().id())
                .toList());
  }

  /** Takes what the client has up to one of its frames, as if the rest had been lost on the way. */
  private static Object leave(LiveClient client, ConcurrentLinkedQueue<String> got) {
    List<tools.jackson.databind.JsonNode> frames = List.copyOf(client.bodies());
    frames.forEach(
        frame ->
            frame.path("entries").forEach(e -> got.add(e.get("subject").get("id").asString())));
    return frames.getLast().get("cursor").asString();
  }

  @Test
  void givesOnlyWhatIsNewerWhereNoCursorIsNamed() throws Exception {
    write("old", 3);
    await().until(() -> journal.listAfter(Cursor.START, area.path(), 10).size() == 3);
    try (LiveClient client = LiveClient.withKey(port, people.key(Role.LEADER, area.path()))) {
      client.follow(topic, null);
      write("new", 2);
      await().until(() -> client.subjects().size() >= 2);
      assertThat(client.subjects()).containsExactly("new0", "new1");
      assertThat(client.entries().getFirst().get("payload").get("word").asString()).isEqualTo("网格");
      assertThat(client.cursor()).isEqualTo(journal.head().toString());
    }
  }

  @Test
  void readsALongBacklogFromTheTablePageByPage() throws Exception {
    List<String> written = write("b", 1_300);
    try (LiveClient client = LiveClient.withKey(port, people.key(Role.OPERATOR, area.path()))) {
      client.follow(topic, "0-0-1");
      await().atMost(Duration.ofSeconds(20)).until(() -> client.subjects().size() >= 1_300);
      assertThat(client.subjects()).isEqualTo(written);
    }
  }

  @Test
  void refusesAForeignAreaAndLetsTheRestGoOn() throws Exception {
    Area foreign = ground.district(1, 1).top();
    try (LiveClient client = LiveClient.withKey(port, people.key(Role.OPERATOR, area.path()))) {
      client.follow(topic, null);
      client.ask("/topic/areas/" + foreign.id() + "/incidents", null);
      client.awaitError("you may not subscribe to /topic/areas/" + foreign.id() + "/incidents");
      client.ask("/topic/areas/0/incidents", null);
      client.awaitError("you may not subscribe to /topic/areas/0/incidents");
      client.ask("/topic/areas/999999999/incidents", null);
      client.awaitError("/topic/areas/999999999/incidents");
      write("own", 1);
      await().until(() -> client.subjects().equals(List.of("own0")));
    }
  }

  @Test
  void refusesWhatDoesNotExist() throws Exception {
    try (LiveClient client = LiveClient.withKey(port, people.key(Role.OPERATOR, area.path()))) {
      client.ask("/topic/secrets", null);
      client.awaitError("there is no destination /topic/secrets");
      client.send("/app/nothing", "{}");
      client.awaitError("there is no destination /app/nothing");
      client.ask(topic, "yesterday");
      client.awaitError("cursor (yesterday)");
    }
  }

  @Test
  void refusesAWorkersRoleOnTheAreasTopic() throws Exception {
    try (LiveClient client = LiveClient.withKey(port, people.key(Role.GRID_WORKER, area.path()))) {
      client.ask(topic, null);
      client.awaitError("you may not subscribe to " + topic);
    }
  }

  @Test
  void refusesWhoeverIsNotSignedInAndForeignPages() throws Exception {
    assertThatThrownBy(() -> LiveClient.withSession(port, null, null)).isNotNull();
    User user = people.user(Role.OPERATOR, area.path());
    TestClient browser = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    String cookie = browser.cookie("GRIDWARD");
    assertThatThrownBy(() -> LiveClient.withSession(port, cookie, "https://elsewhere.example"))
        .isNotNull();
    LiveClient.withSession(port, cookie, "http://127.0.0.1:" + port).close();
  }

  @Test
  void endsWithTheWebSession() throws Exception {
    User user = people.user(Role.OPERATOR, area.path());
    TestClient browser = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    try (LiveClient client = LiveClient.withSession(port, browser.cookie("GRIDWARD"), null)) {
      client.follow(topic, null);
      browser.delete("/api/session");
      client.awaitLost();
    }
  }

  @Test
  void endsWhenTheRightIsTakenAway() throws Exception {
    User user = people.user(Role.OPERATOR, area.path());
    TestClient browser = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    try (LiveClient client = LiveClient.withSession(port, browser.cookie("GRIDWARD"), null)) {
      client.follow(topic, null);
      users.setGrants(user.id(), Set.of(new Grant(Role.GRID_WORKER, area.path())), Actor.SYSTEM);
      client.awaitLost();
      assertThat(client.errors()).anyMatch(error -> error.contains("may no longer subscribe"));
    }
  }

  @Test
  void endsWithANewPassword() throws Exception {
    User user = people.user(Role.OPERATOR, area.path());
    TestClient browser = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    try (LiveClient client = LiveClient.withSession(port, browser.cookie("GRIDWARD"), null)) {
      client.follow(topic, null);
      users.setPassword(user.id(), "another horse battery", Actor.SYSTEM);
      client.awaitLost();
    }
  }

  @Test
  void endsWithItsKey() throws Exception {
    User user = people.user(Role.OPERATOR, area.path());
    ApiKeys.NewApiKey key = keys.create(user.id(), "test", Actor.SYSTEM);
    try (LiveClient client = LiveClient.withKey(port, key.token())) {
      client.follow(topic, null);
      keys.revoke(key.id(), Actor.SYSTEM);
      client.awaitLost();
    }
    assertThatThrownBy(() -> LiveClient.withKey(port, key.token())).isNotNull();
  }

  @Test
  void bringsAWorkerOnlyWhatIsAddressedToThem() throws Exception {
    Cursor start = journal.head();
    long one = worker();
    long other = worker();
    String key = keys.create(workforce.find(one).orElseThrow().userId(), "", Actor.SYSTEM).token();
    address(other, "theirs");
    address(one, "missed");
    try (LiveClient phone =
        LiveClient.withKey(port, key).follow("/user/queue/assignments", start)) {
      address(other, "theirs too");
      address(one, "live");
      await().until(() -> phone.subjects().contains("live"));
      assertThat(phone.subjects().stream().filter(id -> !id.equals(Long.toString(one))))
          .containsExactly("missed", "live");
    }
  }

  private long worker() {
    User user = people.user(Role.GRID_WORKER, area.path());
    return workforce
        .create(
            new NewWorker(user.id(), user.name(), null, area.path(), Set.of(), 5, null),
            Actor.SYSTEM)
        .id();
  }

  private void address(long workerId, String id) {
    NewEntry entry =
        new NewEntry(
            "assignment.offered",
            cell,
            new Subject("assignment", id),
            null,
            workerId,
            Actor.SYSTEM,
            Map.of());
    transaction.executeWithoutResult(status -> journal.append(entry));
  }

  @Test
  void tellsAClientFromTheFutureToStartAgain() throws Exception {
    try (LiveClient client = LiveClient.withKey(port, people.key(Role.OPERATOR, area.path()))) {
      client.follow(topic, "9-1-1");
      await().until(() -> client.bodies().stream().anyMatch(body -> body.has("reset")));
    }
  }

  @Test
  void listsTheJournalOfTheCallersAreasOnly() {
    write("j", 3);
    TestClient own = TestClient.withKey(port, people.key(Role.OPERATOR, area.path()));
    await()
        .until(
            () ->
                own.get("/api/journal").body().contains("j2")
                    && own.get("/api/journal").body().contains("j0"));
    int all = own.get("/api/journal").json().get("entries").size();
    var page = own.get("/api/journal?limit=" + (all - 1)).json();
    assertThat(page.get("more").asBoolean()).isTrue();
    var rest = own.get("/api/journal?limit=2&after=" + page.get("cursor").asString()).json();
    assertThat(rest.get("entries")).hasSize(1);
    assertThat(rest.get("more").asBoolean()).isFalse();

    Area foreign = ground.district(1, 1).top();
    TestClient other = TestClient.withKey(port, people.key(Role.OPERATOR, foreign.path()));
    assertThat(other.get("/api/journal").body()).doesNotContain("j0");
    assertThat(other.get("/api/journal?area=" + area.id()).json().get("entries")).isEmpty();
    assertThat(own.get("/api/journal?after=nonsense").status()).isEqualTo(422);
    assertThat(TestClient.anonymous(port).get("/api/journal").status()).isEqualTo(401);
  }

  private List<String> write(String prefix, int count) {
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String id = prefix + n;
      NewEntry entry =
          new NewEntry(
              "incident.filed",
              cell,
              new Subject("incident", id),
              null,
              null,
              Actor.SYSTEM,
              Map.of("word", "网格"));
      transaction.executeWithoutResult(status -> journal.append(entry));
      ids.add(id);
    }
    return ids;
  }
}
