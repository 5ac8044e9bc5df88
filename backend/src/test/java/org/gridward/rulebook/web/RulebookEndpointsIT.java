package org.gridward.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
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

@PostgisTest
class RulebookEndpointsIT {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  private TestClient administrator;
  private TestClient operator;

  @BeforeEach
  void signIn() {
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, AreaPath.ROOT));
    operator = TestClient.withKey(port, people.key(Role.OPERATOR, AreaPath.ROOT));
  }

  private static Map<String, Object> category() {
    return new TreeMap<>(
        Map.of(
            "names",
            Map.of("en", "Graffiti", "zh", "涂鸦"),
            "severity",
            "LOW",
            "autoFile",
            true,
            "acceptWithinSeconds",
            300,
            "handleWithinSeconds",
            86_400));
  }

  private static Map<String, Object> categoryWith(String field, Object value) {
    Map<String, Object> body = category();
    body.put(field, value);
    return body;
  }

  @Test
  void showsTheCatalogueToEverybody() {
    Answer answer = TestClient.anonymous(port).get("/api/categories");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"street-light\"", "路灯故障", "\"handleWithinSeconds\":172800");
  }

  @Test
  void publishesAndRetires() {
    Answer first = administrator.put("/api/categories/graffiti", category());
    assertThat(first.status()).isEqualTo(200);
    int version = first.json().path("version").asInt();
    Answer second =
        administrator.put("/api/categories/graffiti", categoryWith("requiredSkill", "painting"));
    assertThat(second.json().path("version").asInt()).isEqualTo(version + 1);
    assertThat(second.json().path("requiredSkill").asString()).isEqualTo("painting");
    assertThat(administrator.delete("/api/categories/graffiti").status()).isEqualTo(204);
    assertThat(administrator.delete("/api/categories/graffiti").code())
        .isEqualTo("category-unknown");
  }

  @Test
  void letsOnlyAdministratorsOfTheWholeChangeIt() {
    TestClient elsewhere =
        TestClient.withKey(port, people.key(Role.ADMINISTRATOR, new AreaPath("1/")));
    for (TestClient other : List.of(operator, elsewhere)) {
      assertThat(other.put("/api/categories/graffiti", category()).status()).isEqualTo(403);
      assertThat(other.delete("/api/categories/noise").status()).isEqualTo(403);
      assertThat(other.put("/api/dispatch-rules", Map.of()).status()).isEqualTo(403);
      assertThat(other.put("/api/escalation-rules", Map.of()).status()).isEqualTo(403);
    }
    assertThat(TestClient.anonymous(port).get("/api/dispatch-rules").status()).isEqualTo(401);
  }

  @Test
  void tellsWhichFieldIsWrong() {
    Map<String, Object> wrong =
        Map.of(
            "names",
            Map.of("zh", "无英文"),
            "acceptWithinSeconds",
            0,
            "handleWithinSeconds",
            400L * 86_400,
            "requiredSkill",
            " ");
    wrong.forEach(
        (field, value) -> {
          Answer answer = administrator.put("/api/categories/x", categoryWith(field, value));
          assertThat(answer.status()).as(field).isEqualTo(422);
          assertThat(answer.code()).isEqualTo("category-rejected");
          assertThat(answer.json().path("field").asString()).isEqualTo(field);
        });
    assertThat(administrator.put("/api/categories/x", Map.of()).status()).isEqualTo(422);
    assertThat(administrator.put("/api/categories/Not%20A%20Code", category()).status())
        .isEqualTo(422);
    assertThat(administrator.put("/api/categories/x", categoryWith("severity", "AWFUL")).status())
        .isBetween(400, 422);
  }

  private Answer escalate(int version, Object... rungs) {
    return administrator.put(
        "/api/escalation-rules", Map.of("rungs", List.of(rungs), "version", version));
  }

  private static Map<String, Object> rung(int levelsUp, String role) {
    return Map.of("levelsUp", levelsUp, "role", role);
  }

  @Test
  void changesTheRulesOfEscalation() {
    JsonNode before = operator.get("/api/escalation-rules").json();
    int version = before.path("version").asInt();
    Answer after = escalate(version, rung(1, "LEADER"), rung(2, "OPERATOR"), rung(3, "LEADER"));
    try {
      assertThat(after.status()).as(after.body()).isEqualTo(200);
      assertThat(after.json().path("version").asInt()).isEqualTo(version + 1);
      JsonNode now = operator.get("/api/escalation-rules").json();
      assertThat(now).isEqualTo(after.json());
      assertThat(now.at("/rungs/1/role").asString()).isEqualTo("OPERATOR");
      assertThat(journalled(version + 1)).isEqualTo(1);
      Answer late = escalate(version, rung(1, "OPERATOR"));
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.code()).isEqualTo("escalation-rules-moved-on");
      Answer same =
          escalate(version + 1, rung(1, "LEADER"), rung(2, "OPERATOR"), rung(3, "LEADER"));
      assertThat(same.json()).isEqualTo(now);
    } finally {
      List<Object> rungs = new ArrayList<>();
      before
          .path("rungs")
          .forEach(
              each -> rungs.add(rung(each.path("levelsUp").asInt(), each.path("role").asString())));
      assertThat(escalate(version + 1, rungs.toArray()).status()).isEqualTo(200);
    }
  }

  private int journalled(int version) {
    return jdbc.sql(
            """
            select count(*) from journal_entry
            where kind = 'escalation_rules.changed' and (payload->>'version')::int = ?
            """)
        .param(version)
        .query(Integer.class)
        .single();
  }

  @Test
  void rejectsRungsThatLeadNowhere() {
    int version = operator.get("/api/escalation-rules").json().path("version").asInt();
    Object[] many = IntStream.rangeClosed(1, 13).mapToObj(n -> rung(1, "LEADER")).toArray();
    rejects("rungs", escalate(version));
    rejects("rungs", escalate(version, many));
    rejects("levelsUp", escalate(version, rung(0, "LEADER")));
    rejects("levelsUp", escalate(version, rung(11, "LEADER")));
    rejects("levelsUp", escalate(version, Map.of("role", "LEADER")));
    rejects("role", escalate(version, Map.of("levelsUp", 1)));
    rejects("rungs", escalate(version, rung(2, "LEADER"), rung(2, "LEADER")));
    rejects("rungs", escalate(version, rung(2, "LEADER"), rung(3, "OPERATOR"), rung(1, "LEADER")));
    rejects(
        "version",
        administrator.put("/api/escalation-rules", Map.of("rungs", List.of(rung(1, "LEADER")))));
    assertThat(operator.get("/api/escalation-rules").json().path("version").asInt())
        .isEqualTo(version);
  }

  private static void rejects(String field, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("escalation-rules-rejected");
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
  }

  @Test
  void changesTheRulesOfDispatch() {
    Answer before = operator.get("/api/dispatch-rules");
    Map<String, Object> rules =
        Map.of(
            "ladder", List.of("MAIN", "BACKUP", "NEARBY"), "nearbyLevelsUp", 1, "maxAttempts", 8);
    Answer after = administrator.put("/api/dispatch-rules", rules);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.json().path("version").asInt())
        .isGreaterThan(before.json().path("version").asInt());
    Answer wrong =
        administrator.put(
            "/api/dispatch-rules",
            Map.of("ladder", List.of("MAIN", "MAIN"), "nearbyLevelsUp", 1, "maxAttempts", 8));
    assertThat(wrong.code()).isEqualTo("dispatch-rules-rejected");
    assertThat(wrong.json().path("field").asString()).isEqualTo("ladder");
  }
}
