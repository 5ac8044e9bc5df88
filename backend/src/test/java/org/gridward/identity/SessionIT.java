package org.gridward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class SessionIT {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Users users;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  private final AreaPath area = new AreaPath("7/");

  @Test
  void tellsWhoIsSignedIn() {
    User user = people.user(Role.OPERATOR, area);
    TestClient client = TestClient.anonymous(port);
    assertThat(client.get("/api/session").json().get("user").isNull()).isTrue();
    client.signIn(user.login().toUpperCase(), TestPeople.PASSWORD);
    var session = client.get("/api/session").json();
    assertThat(session.at("/user/login").asString()).isEqualTo(user.login());
    assertThat(session.at("/user/roles/0/areaPath").asString()).isEqualTo("7/");
    assertThat(session.at("/demoAccounts").size()).isZero();
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    User user = people.user(Role.OPERATOR, area);
    TestClient client = TestClient.anonymous(port);
    var answer = client.signIn(user.login(), TestPeople.PASSWORD);
    String cookies = String.join("\n", answer.headers().get("set-cookie"));
    assertThat(cookies).containsPattern("GRIDWARD=[^\n]*HttpOnly[^\n]*SameSite=Lax");
  }

  @Test
  void givesANewSessionIdAtSignIn() {
    User user = people.user(Role.OPERATOR, area);
    TestClient client = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    String before = client.cookie("GRIDWARD");
    client.signIn(user.login(), TestPeople.PASSWORD);
    assertThat(client.cookie("GRIDWARD")).isNotNull().isNotEqualTo(before);
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownLoginAlike() {
    User user = people.user(Role.OPERATOR, area);
    TestClient client = TestClient.anonymous(port);
    var wrong = client.signIn(user.login(), "not the password");
    var unknown = client.signIn("nobody-" + user.login(), "not the password");
    assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
    assertThat(wrong.code()).isEqualTo("sign-in-failed").isEqualTo(unknown.code());
  }

  @Test
  void locksAfterFiveFailuresEvenForTheRightPassword() {
    User user = people.user(Role.OPERATOR, area);
    TestClient client = TestClient.anonymous(port);
    for (int i = 0; i < 5; i++) {
      assertThat(client.signIn(user.login(), "wrong password " + i).status()).isEqualTo(401);
    }
    var locked = client.signIn(user.login(), TestPeople.PASSWORD);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.code()).isEqualTo("locked");
    assertThat(locked.header("Retry-After")).isNotBlank();
    users.setPassword(user.id(), "another good one", Actor.SYSTEM);
    assertThat(client.signIn(user.login(), "another good one").status()).isEqualTo(200);
  }

  /** Twenty a minute for each address and login; the password no longer counts then. */
  @Test
  void slowsDownWhoTriesAnUnknownLoginOverAndOver() {
    TestClient guesser = TestClient.anonymous(port);
    String login = "nobody-" + System.nanoTime();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      codes.add(guesser.signIn(login, "guess " + i).code());
    }
    assertThat(codes.getLast()).isEqualTo("too-many-attempts");
    assertThat(codes.subList(0, 20)).doesNotContain("too-many-attempts");
  }

  @Test
  void needsTheCsrfTokenForChangesByCookie() {
    User user = people.user(Role.OPERATOR, area);
    TestClient client = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    client.dropCookie("XSRF-TOKEN");
    var refused = client.delete("/api/session");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("csrf-token-missing");
    client.get("/api/session");
    assertThat(client.delete("/api/session").status()).isEqualTo(204);
    assertThat(client.get("/api/session").json().get("user").isNull()).isTrue();
  }

  @Test
  void endsOtherSessionsWithANewPassword() {
    User user = people.user(Role.OPERATOR, area);
    TestClient here = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    TestClient there = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    var changed =
        here.post(
            "/api/session/password",
            Map.of("current", TestPeople.PASSWORD, "new", "a brand new password"));
    assertThat(changed.status()).isEqualTo(204);
    assertThat(here.get("/api/session").json().at("/user/id").asLong()).isEqualTo(user.id());
    assertThat(there.get("/api/session").json().get("user").isNull()).isTrue();
  }

  @Test
  void takesARoleAwayWithTheNextRequest() {
    User user = people.user(Role.ADMINISTRATOR, area);
    TestClient client = TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
    assertThat(client.get("/api/users").status()).isEqualTo(200);
    users.revoke(user.id(), Role.ADMINISTRATOR, area, Actor.SYSTEM);
    assertThat(client.get("/api/users").status()).isEqualTo(403);
  }

  @Test
  void knowsAnApiKeyUntilItIsRevoked() {
    User user = people.user(Role.OPERATOR, area);
    var key = keys.create(user.id(), "gateway", Actor.SYSTEM);
    TestClient client = TestClient.withKey(port, key.token());
    var session = client.get("/api/session");
    assertThat(session.json().at("/user/id").asLong()).isEqualTo(user.id());
    assertThat(session.headers()).doesNotContainKey("set-cookie");
    keys.revoke(key.id(), Actor.SYSTEM);
    assertThat(client.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void keepsNoPasswordAndNoTokenReadable() {
    User user = people.user(Role.OPERATOR, area);
    keys.create(user.id(), "gateway", Actor.SYSTEM);
    String digest =
        jdbc.sql("select password_digest from app_user where id = :id")
            .param("id", user.id())
            .query(String.class)
            .single();
    assertThat(digest).startsWith("$2");
    assertThat(
            jdbc.sql("select length(digest) from api_key where user_id = :id")
                .param("id", user.id())
                .query(Integer.class)
                .single())
        .isEqualTo(32);
  }
}
