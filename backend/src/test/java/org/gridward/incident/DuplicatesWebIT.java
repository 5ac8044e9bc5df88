package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What operators, strangers and residents are shown of duplicates. */
class DuplicatesWebIT extends DuplicateScene {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private TestClient operator;

  @BeforeEach
  void meet() {
    operator = signedIn(district);
  }

  private TestClient signedIn(District of) {
    return TestClient.signedIn(port, of.operator().login(), TestPeople.PASSWORD);
  }

  private JsonNode told(String words, double eastMetres) {
    LonLat at = district.ground().centre(0);
    Map<String, Object> body =
        Map.of(
            "category",
            Reports.TO_BE_DECIDED,
            "description",
            words,
            "reporter",
            Map.of("name", "Reporter of " + words),
            "place",
            Map.of("lon", at.lon() + eastMetres / 111_320, "lat", at.lat()));
    return operator.post("/api/incidents", body).json();
  }

  private static String id(JsonNode receipt) {
    return receipt.path("id").asString();
  }

  @Test
  void whatMayBeTheSameIsRankedAndExplained() {
    JsonNode near = told("a street lamp is broken", 2);
    JsonNode far = told("a street lamp is broken", 60);
    JsonNode unlike = told("rubbish", 2);
    JsonNode asked = told("street lamp broken here", 0);
    JsonNode items =
        operator.get("/api/incidents/" + id(asked) + "/duplicate-candidates").json().path("items");
    assertThat(items.findValuesAsString("id"))
        .startsWith(id(near))
        .contains(id(far), id(unlike))
        .doesNotContain(id(asked));
    JsonNode first = items.get(0);
    assertThat(first.path("distanceMetres").asDouble()).isBetween(0.5, 3.0);
    assertThat(first.at("/parts/near").asDouble()).isGreaterThan(0.97);
    assertThat(first.at("/parts/kind").asDouble()).isEqualTo(1);
    assertThat(first.at("/parts/words").asDouble()).isBetween(0.5, 1.0);
    assertThat(first.path("score").asDouble()).isGreaterThan(items.get(1).path("score").asDouble());
    JsonNode typed =
        operator
            .post(
                "/api/incidents/duplicate-candidates",
                Map.of(
                    "description",
                    "LAMP broken",
                    "place",
                    Map.of(
                        "lon",
                        district.ground().centre(0).lon(),
                        "lat",
                        district.ground().centre(0).lat())))
            .json()
            .path("items");
    assertThat(typed.get(0).at("/parts/kind").isNull()).isTrue();
    assertThat(typed.findValuesAsString("id")).contains(id(near), id(asked));
    TestClient stranger = signedIn(districts.manned(1, 1));
    assertThat(
            stranger
                .post("/api/incidents/duplicate-candidates", Map.of("description", "lamp broken"))
                .json()
                .path("items"))
        .isEmpty();
  }

  @Test
  void theSurvivorShowsTheReportsAndContactsOfItsDuplicates() {
    JsonNode survivor = told("first", 0);
    JsonNode duplicate = told("second", 5);
    var answer =
        operator.post(
            "/api/incidents/" + id(duplicate) + "/merge",
            Map.of("into", id(survivor), "version", duplicate.path("version").asInt()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/duplicateOf/number").asLong())
        .isEqualTo(survivor.path("number").asLong());
    JsonNode detail = operator.get("/api/incidents/" + id(survivor)).json();
    assertThat(detail.path("reports").findValuesAsString("description"))
        .containsExactly("first", "second");
    assertThat(
            operator
                .get("/api/incidents/" + id(survivor) + "/reporter")
                .json()
                .path("items")
                .findValuesAsString("name"))
        .containsExactly("Reporter of first", "Reporter of second");
    JsonNode merged = operator.get("/api/incidents/" + id(survivor) + "/duplicates").json();
    assertThat(merged.at("/items/0/mergedByName").asString()).startsWith("User");
    assertThat(operator.get("/api/incidents?stage=OPEN").body()).doesNotContain(id(duplicate));
    TestClient stranger = signedIn(districts.manned(1, 1));
    assertThat(stranger.get("/api/incidents/" + id(duplicate)).status()).isEqualTo(404);
    JsonNode foreign = foreign(stranger);
    assertThat(
            operator
                .post(
                    "/api/incidents/" + id(survivor) + "/merge",
                    Map.of("into", id(foreign), "version", 0))
                .status())
        .isEqualTo(404);
  }

  private JsonNode foreign(TestClient stranger) {
    LonLat at = districts.manned(1, 1).ground().centre(0);
    return stranger
        .post(
            "/api/incidents",
            Map.of("category", "other", "place", Map.of("lon", at.lon(), "lat", at.lat())))
        .json();
  }

  @Test
  void aResidentWhoAsksSeesTheSurvivorsState() {
    TestClient resident = TestClient.anonymous(port);
    resident.get("/api/session");
    LonLat at = district.ground().centre(1);
    JsonNode told =
        resident
            .post(
                "/api/incidents",
                Map.of(
                    "category",
                    Reports.TO_BE_DECIDED,
                    "place",
                    Map.of("lon", at.lon(), "lat", at.lat())))
            .json();
    String track = "/api/track/" + told.path("trackingCode").asString();
    UUID own =
        jdbc.sql("select id from incident where number = ?")
            .param(told.path("number").asLong())
            .query(UUID.class)
            .single();
    UUID middle = report(Reports.TO_BE_DECIDED);
    UUID last = report(Reports.TO_BE_DECIDED);
    merge(own, middle);
    merge(middle, last);
    incidents.execute(
        last,
        Command.SETTLE,
        incidents.get(last).version(),
        OPERATOR,
        CommandDetails.because("repaired"));
    JsonNode progress = resident.get(track).json();
    assertThat(progress.path("stage").asString()).isEqualTo("CLOSED");
    assertThat(progress.path("outcome").asString()).isEqualTo("repaired");
    assertThat(progress.path("number")).isEqualTo(told.path("number"));
  }

  @Test
  void anotherReportIsAddedOnceAndNotToWhatHasEnded() {
    JsonNode known = told("first", 0);
    String path = "/api/incidents/" + id(known) + "/reports";
    Map<String, Object> more =
        Map.of("description", "second caller", "reporter", Map.of("phone", "555 0101"));
    assertThat(operator.post(path, more).status()).isEqualTo(201);
    JsonNode detail = operator.get("/api/incidents/" + id(known)).json();
    assertThat(detail.path("reports").findValuesAsString("description"))
        .containsExactly("first", "second caller");
    assertThat(kinds(UUID.fromString(id(known)))).endsWith("incident.report_added");
    assertThat(operator.post(path, Map.of()).code()).isEqualTo("field-missing");
    operator.post(
        "/api/incidents/" + id(known) + "/commands/settle",
        Map.of("version", detail.path("version").asInt(), "reason", "done"));
    assertThat(operator.post(path, more).code()).isEqualTo("incident-has-ended");
  }
}
