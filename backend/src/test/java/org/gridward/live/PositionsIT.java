package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridward.grid.TestGround;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.gridward.tracking.Position;
import org.gridward.tracking.Positions;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** From a phone's fix to the operator's map. */
@PostgisTest
class PositionsIT {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired TestGround ground;
  @Autowired ApiKeys keys;
  @Autowired Workforce workforce;
  @Autowired Positions positions;
  @Autowired JdbcTemplate jdbc;

  private TestGround.District district;
  private Worker worker;
  private String workerKey;

  @BeforeEach
  void takeAWorkerOn() {
    district = ground.district(1, 2);
    AreaPath area = district.top().path();
    User user = people.user(Role.GRID_WORKER, area);
    worker =
        workforce.create(
            new NewWorker(user.id(), user.name(), null, area, Set.of(), 5, null), Actor.SYSTEM);
    workforce.setDuty(worker.id(), true, Actor.SYSTEM);
    workerKey = keys.create(user.id(), "phone", Actor.SYSTEM).token();
  }

  @Test
  void keepsAFixAndFindsItsCell() {
    JsonNode receipt = send(workerKey, fix(0, Instant.now(), null));
    assertThat(receipt.get("accepted").asInt()).isEqualTo(1);
    Position latest = positions.latest(worker.id()).orElseThrow();
    assertThat(latest.cellId()).isEqualTo(district.cells().getFirst().id());
    assertThat(positions.listLatest(district.top().path())).containsExactly(latest);
    assertThat(
            jdbc.queryForObject(
                "select cell_id from worker_position where worker_id = ?", Long.class, worker.id()))
        .isEqualTo(latest.cellId());
    assertThat(
            jdbc.queryForObject(
                "select count(*) from worker_position_other where worker_id = ?",
                Long.class,
                worker.id()))
        .isZero();
  }

  @Test
  void refusesOneByOneWhatIsWrong() {
    Instant now = Instant.now();
    JsonNode receipt =
        send(
            workerKey,
            fix(0, now, null),
            Map.of("lon", 181, "lat", 0, "at", now.toString()),
            Map.of("lat", 0, "at", now.toString()),
            Map.of("lon", 0, "lat", -91, "at", now.toString()),
            Map.of("lon", 0, "lat", 0),
            fix(0, now.plusSeconds(600), null),
            fix(0, now.minusSeconds(86_400L * 60), null),
            with(fix(0, now, null), "headingDegrees", 361),
            with(fix(0, now, null), "speedMetresPerSecond", -1),
            fix(0, now, 999_999_999L));
    assertThat(receipt.get("accepted").asInt()).isEqualTo(1);
    assertThat(receipt.get("refused").findValuesAsString("reason"))
        .containsExactly(
            "lon",
            "lon",
            "lat",
            "at-missing",
            "at-future",
            "at-old",
            "heading",
            "speed",
            "unknown-worker");
    TestClient phone = TestClient.withKey(port, workerKey);
    assertThat(phone.post("/api/positions", Map.of("positions", List.of())).status())
        .isEqualTo(422);
    assertThat(phone.send("POST", "/api/positions", "{\"positions\":[null]}").status())
        .isBetween(200, 499);
    assertThat(phone.send("POST", "/api/positions", "{\"positions\":7}").status())
        .isBetween(400, 499);
    assertThat(phone.send("POST", "/api/positions", "{}").status()).isEqualTo(422);
    List<Object> tooMany = new ArrayList<>();
    for (int n = 0; n < 1_001; n++) {
      tooMany.add(fix(0, now, null));
    }
    assertThat(phone.post("/api/positions", Map.of("positions", tooMany)).code())
        .isEqualTo("positions-size");
  }

  @Test
  void sharesNothingWhileOffDuty() {
    send(workerKey, fix(0, Instant.now(), null));
    workforce.setDuty(worker.id(), false, Actor.SYSTEM);
    JsonNode receipt = send(workerKey, fix(1, Instant.now(), null));
    assertThat(receipt.get("refused").findValuesAsString("reason")).containsExactly("off-duty");
    assertThat(positions.latest(worker.id())).isEmpty();
    assertThat(positions.listLatest(district.top().path())).isEmpty();
  }

  @Test
  void letsOnlyAGatewayOfTheAreaSpeakForOthers() {
    Map<String, Object> fix = fix(0, Instant.now(), worker.id());
    AreaPath area = district.top().path();
    assertThat(send(people.key(Role.OPERATOR, area), fix).get("accepted").asInt()).isEqualTo(1);
    AreaPath foreign = ground.district(1, 1).top().path();
    assertThat(
            send(people.key(Role.OPERATOR, foreign), fix)
                .get("refused")
                .findValuesAsString("reason"))
        .containsExactly("not-allowed");
    assertThat(send(people.key(Role.LEADER, area), fix).get("refused").findValuesAsString("reason"))
        .containsExactly("not-allowed");
    assertThat(
            TestClient.withKey(port, people.key(Role.OPERATOR, area))
                .post("/api/positions", Map.of("positions", List.of(fix(0, Instant.now(), null))))
                .code())
        .isEqualTo("no-worker");
  }

  @Test
  void showsOneFrameATickToWhoeverWatchesTheArea() throws Exception {
    String topic = "/topic/areas/" + district.top().id() + "/positions";
    AreaPath foreign = ground.district(1, 1).top().path();
    try (LiveClient operator =
            LiveClient.withKey(port, people.key(Role.OPERATOR, district.top().path()))
                .follow(topic, null);
        LiveClient stranger = LiveClient.withKey(port, people.key(Role.OPERATOR, foreign))) {
      stranger.ask(topic, null);
      stranger.awaitError("you may not subscribe");
      Instant now = Instant.now();
      send(workerKey, fix(1, now.minusSeconds(1), null), fix(0, now, null));
      await().until(() -> !operator.bodies().isEmpty());
      JsonNode dots = operator.bodies().getFirst().get("positions");
      assertThat(dots).hasSize(1);
      assertThat(dots.get(0).get("workerId").asLong()).isEqualTo(worker.id());
      assertThat(dots.get(0).get("lon").asDouble()).isEqualTo(district.centre(0).lon());
      assertThat(stranger.bodies()).isEmpty();
    }
  }

  @Test
  void takesAWorkersOwnPositionsOverTheOpenConnection() throws Exception {
    try (LiveClient phone = LiveClient.withKey(port, workerKey)) {
      AtomicBoolean durable = new AtomicBoolean();
      TestGround.LonLat place = district.centre(1);
      phone
          .send(
              "/app/positions",
              "{\"positions\":[{\"lon\":%s,\"lat\":%s,\"at\":\"%s\"}]}"
                  .formatted(place.lon(), place.lat(), Instant.now()))
          .addReceiptTask(() -> durable.set(true));
      await().untilTrue(durable);
      assertThat(positions.latest(worker.id()).orElseThrow().lon()).isEqualTo(place.lon());
      phone.send("/app/positions", "{\"positions\":[{\"lon\":200}]}");
      phone.awaitError("the first because of lon");
      phone.send("/app/positions", "positions");
      phone.awaitError("the body is not");
    }
  }

  @SafeVarargs
  private JsonNode send(String key, Map<String, Object>... fixes) {
    return TestClient.withKey(port, key)
        .post("/api/positions", Map.of("positions", List.of(fixes)))
        .json();
  }

  private Map<String, Object> fix(int cell, Instant at, Long workerId) {
    TestGround.LonLat place = district.centre(cell);
    Map<String, Object> fix = new HashMap<>();
    fix.put("lon", place.lon());
    fix.put("lat", place.lat());
    fix.put("at", at.toString());
    if (workerId != null) {
      fix.put("workerId", workerId);
    }
    return fix;
  }

  private static Map<String, Object> with(Map<String, Object> fix, String name, Object value) {
    fix.put(name, value);
    return fix;
  }
}
