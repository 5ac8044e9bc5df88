package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.gridward.grid.TestGround;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostgisTest
class PresenceIT {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired TestGround ground;
  @Autowired ApiKeys keys;

  private AreaPath area;
  private User one;
  private User other;
  private String topic;

  @BeforeEach
  void meet() {
    TestGround.District district = ground.district(1, 1);
    area = district.top().path();
    one = people.user(Role.OPERATOR, area);
    other = people.user(Role.LEADER, area);
    var at = district.centre(0);
    String id =
        TestClient.withKey(port, key(one))
            .post(
                "/api/incidents",
                Map.of("category", "other", "place", Map.of("lon", at.lon(), "lat", at.lat())))
            .json()
            .path("id")
            .asString();
    topic = "/topic/incidents/" + id + "/presence";
  }

  private String key(User user) {
    return keys.create(user.id(), "test", Actor.SYSTEM).token();
  }

  private static List<String> seenBy(LiveClient client) {
    return client.bodies().isEmpty()
        ? List.of()
        : client.bodies().getLast().path("viewers").findValuesAsString("name");
  }

  @Test
  void everybodyWhoLooksIsToldWhoElseDoes() throws Exception {
    try (LiveClient first = LiveClient.withKey(port, key(one)).follow(topic, null)) {
      await().untilAsserted(() -> assertThat(seenBy(first)).containsExactly(one.name()));
      LiveClient second = LiveClient.withKey(port, key(other)).follow(topic, null);
      await()
          .untilAsserted(
              () ->
                  assertThat(seenBy(first))
                      .containsExactlyInAnyOrder(one.name(), other.name())
                      .containsExactlyInAnyOrderElementsOf(seenBy(second)));
      LiveClient again = LiveClient.withKey(port, key(other)).follow(topic, null);
      await().untilAsserted(() -> assertThat(seenBy(again)).hasSize(2));
      second.close();
      again.close();
      await().untilAsserted(() -> assertThat(seenBy(first)).containsExactly(one.name()));
    }
  }

  @Test
  void lookingAwayIsToldAtOnce() throws Exception {
    try (LiveClient first = LiveClient.withKey(port, key(one)).follow(topic, null);
        LiveClient second = LiveClient.withKey(port, key(other))) {
      var looking = second.ask(topic, null);
      await().untilAsserted(() -> assertThat(seenBy(first)).hasSize(2));
      looking.unsubscribe();
      await().untilAsserted(() -> assertThat(seenBy(first)).containsExactly(one.name()));
    }
  }

  @Test
  void strangersAndWorkersLearnNoNames() throws Exception {
    String stranger = people.key(Role.OPERATOR, ground.district(1, 1).top().path());
    String worker = people.key(Role.GRID_WORKER, area);
    for (String key : List.of(stranger, worker)) {
      try (LiveClient client = LiveClient.withKey(port, key)) {
        client.ask(topic, null);
        client.awaitError("may not subscribe");
        assertThat(client.bodies()).isEmpty();
      }
    }
  }
}
