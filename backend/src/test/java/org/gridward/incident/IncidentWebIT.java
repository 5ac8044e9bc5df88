package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PostgisTest
@ExtendWith(OutputCaptureExtension.class)
class IncidentWebIT {

  private static final String NAME = "Zhang Contact-Canary";
  private static final String PHONE = "+86-555-CANARY-77";

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  private District district;
  private District elsewhere;
  private TestClient operator;

  @BeforeEach
  void meet() {
    district = ground.district(1, 2);
    elsewhere = ground.district(1, 1);
    operator = signedIn(Role.OPERATOR, district.top().path());
  }

  private TestClient signedIn(Role role, AreaPath area) {
    User user = people.user(new Grant(role, area));
    return TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
  }

  private static Map<String, Object> report(LonLat at, Object... more) {
    Map<String, Object> body = new HashMap<>();
    body.put("category", Reports.TO_BE_DECIDED);
    body.put("place", Map.of("lon", at.lon(), "lat", at.lat()));
    body.put("description", "a bench is broken");
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return body;
  }

  private JsonNode reported(Object... more) {
    Answer answer = operator.post("/api/incidents", report(district.centre(0), more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  @Test
  void anOperatorReportsAndSeesTheCaseWithWhatCanBeDone() {
    JsonNode receipt = reported();
    String id = receipt.path("id").asString();
    assertThat(receipt.path("cellId").asLong()).isEqualTo(district.cells().get(0).id());
    assertThat(receipt.has("trackingCode")).isFalse();
    JsonNode detail = operator.get("/api/incidents/" + id).json();
    assertThat(detail.path("description").asString()).isEqualTo("a bench is broken");
    assertThat(detail.path("channel").asString()).isEqualTo("OPERATOR");
    assertThat(detail.at("/cell/code").asString()).isEqualTo(district.cells().get(0).code());
    assertThat(detail.at("/reports/0/hasContact").asBoolean()).isFalse();
    assertThat(strings(detail.path("allowed")))
        .containsExactly(
            "file",
            "dismiss",
            "settle",
            "recategorise",
            "locate",
            "merge",
            "hand-over",
            "escalate",
            "give-back");
  }

  @Test
  void commandsMoveTheCaseAndTheStoryTellsWhoAndWhy() {
    String id = reported().path("id").asString();
    Answer filed = operator.post(command(id, "file"), Map.of("version", 0));
    assertThat(filed.json().path("stage").asString()).isEqualTo("FILED");
    assertThat(strings(filed.json().path("allowed"))).contains("assign", "dispatch", "dismiss");
    int version = filed.json().path("version").asInt();
    Answer settled =
        operator.post(command(id, "settle"), Map.of("version", version, "reason", "repaired"));
    assertThat(settled.json().path("outcome").asString()).isEqualTo("repaired");
    JsonNode story = operator.get("/api/incidents/" + id + "/story").json().path("items");
    JsonNode last = story.get(story.size() - 1);
    assertThat(last.path("kind").asString()).isEqualTo("incident.closed");
    assertThat(last.path("actorName").asString()).startsWith("User user-");
    assertThat(last.at("/payload/reason").asString()).isEqualTo("repaired");
  }

  private static String command(String id, String command) {
    return "/api/incidents/" + id + "/commands/" + command;
  }

  @Test
  void refusalsSayWhatWouldBeAllowedAndWhatIsCurrent() {
    String id = reported().path("id").asString();
    Answer illegal = operator.post(command(id, "close"), Map.of("version", 0));
    assertThat(illegal.status()).isEqualTo(409);
    assertThat(illegal.code()).isEqualTo("illegal-move");
    assertThat(strings(illegal.json().path("allowed"))).contains("file", "dismiss");
    operator.post(command(id, "file"), Map.of("version", 0));
    Answer stale = operator.post(command(id, "dismiss"), Map.of("version", 0, "reason", "x"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("version-conflict");
    assertThat(stale.json().path("version").asInt()).isPositive();
    assertThat(operator.post(command(id, "dismiss"), Map.of("version", 1)).code())
        .isEqualTo("field-missing");
    assertThat(operator.post(command(id, "file"), Map.of()).status()).isEqualTo(422);
    assertThat(operator.post(command(id, "start"), Map.of("version", 1)).code())
        .isEqualTo("command-unknown");
    assertThat(operator.post(command(id, "explode"), Map.of("version", 1)).status()).isEqualTo(422);
  }

  @Test
  void nobodyOfAnotherAreaSeesOrMovesTheCase() {
    String id = reported().path("id").asString();
    TestClient stranger = signedIn(Role.OPERATOR, elsewhere.top().path());
    assertThat(stranger.get("/api/incidents/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/api/incidents/" + id + "/story").status()).isEqualTo(404);
    assertThat(stranger.get("/api/incidents/" + id + "/reporter").status()).isEqualTo(404);
    assertThat(stranger.post(command(id, "file"), Map.of("version", 0)).status()).isEqualTo(404);
    assertThat(ids(stranger, "")).isEmpty();
    assertThat(ids(stranger, "?area=" + district.top().id())).isEmpty();
    assertThat(ids(operator, "?area=" + district.top().id())).containsExactly(id);
    assertThat(ids(operator, "?area=" + district.cells().get(1).id())).isEmpty();
  }

  private List<String> ids(TestClient client, String query) {
    Answer answer = client.get("/api/incidents" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void otherRolesSeeButDoNotMove() {
    String id = reported().path("id").asString();
    for (Role role : List.of(Role.GRID_WORKER, Role.LEADER, Role.ADMINISTRATOR)) {
      TestClient other = signedIn(role, district.top().path());
      JsonNode detail = other.get("/api/incidents/" + id).json();
      assertThat(detail.path("allowed")).isEmpty();
      assertThat(other.post(command(id, "file"), Map.of("version", 0)).status()).isEqualTo(403);
      assertThat(other.get("/api/incidents/" + id + "/reporter").status()).isEqualTo(403);
    }
    assertThat(TestClient.anonymous(port).get("/api/incidents/" + id).status()).isEqualTo(401);
    assertThat(TestClient.anonymous(port).get("/api/incidents").status()).isEqualTo(401);
  }

  @Test
  void theContactIsSealedAndOnlyAnOperatorOpensItOnTheRecord(CapturedOutput output) {
    String id = reported("reporter", Map.of("name", NAME, "phone", PHONE)).path("id").asString();
    Answer detail = operator.get("/api/incidents/" + id);
    assertThat(detail.json().at("/reports/0/hasContact").asBoolean()).isTrue();
    String list = operator.get("/api/incidents").body();
    String story = operator.get("/api/incidents/" + id + "/story").body();
    assertThat(detail.body() + list + story).doesNotContain("CANARY").doesNotContain("Canary");
    Answer reporter = operator.get("/api/incidents/" + id + "/reporter");
    assertThat(reporter.json().at("/items/0/name").asString()).isEqualTo(NAME);
    assertThat(reporter.json().at("/items/0/phone").asString()).isEqualTo(PHONE);
    assertThat(operator.get("/api/incidents/" + id + "/story").body())
        .contains("incident.contact_read");
    assertThat(
            jdbc.sql("select count(*) from journal_entry where payload::text ilike '%canary%'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select encode(contact, 'escape') from report where incident_id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single())
        .doesNotContain("CANARY")
        .doesNotContain("Canary");
    assertThat(output.getAll()).doesNotContain("CANARY").doesNotContain("Canary");
  }

  @Test
  void aRefusedReportLeavesNoContactInTheLogsEither(CapturedOutput output) {
    Map<String, Object> body =
        report(district.centre(0), "reporter", Map.of("name", NAME, "phone", PHONE));
    body.put("category", "volcano");
    assertThat(operator.post("/api/incidents", body).status()).isEqualTo(422);
    body.put("reporter", Map.of("name", NAME, "fax", PHONE));
    Answer unknown = operator.post("/api/incidents", body);
    assertThat(unknown.status()).isBetween(400, 422);
    assertThat(output.getAll()).doesNotContain("CANARY").doesNotContain("Canary");
  }

  @Test
  void aResidentLearnsOnlyHowToFollow() {
    TestClient resident = TestClient.anonymous(port);
    resident.get("/api/session");
    Answer answer = resident.post("/api/incidents", report(district.centre(0)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder("number", "stage", "trackingCode");
    String code = answer.json().path("trackingCode").asString();
    JsonNode progress = resident.get("/api/track/" + code).json();
    assertThat(progress.path("stage").asString()).isEqualTo("COLLECTED");
    assertThat(progress.path("number")).isEqualTo(answer.json().path("number"));
    assertThat(resident.get("/api/track/0000-0000-0000-0000").status()).isEqualTo(404);
    assertThat(
            jdbc.sql("select count(*) from report where encode(tracking_digest, 'escape') like ?")
                .param("%" + code + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aProgramMayRepeatItsRequest() throws Exception {
    String token = people.key(Role.OPERATOR, AreaPath.ROOT);
    String key = UUID.randomUUID().toString();
    String body =
        tools.jackson.databind.json.JsonMapper.shared()
            .writeValueAsString(report(district.centre(1), "externalId", "311-4711"));
    HttpResponse<String> first = send(token, key, body);
    HttpResponse<String> again = send(token, key, body);
    HttpResponse<String> other = send(token, key, body.replace("bench", "swing"));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency-key-reused");
    String id =
        tools.jackson.databind.json.JsonMapper.shared()
            .readTree(first.body())
            .path("id")
            .asString();
    JsonNode detail = operator.get("/api/incidents/" + id).json();
    assertThat(detail.path("channel").asString()).isEqualTo("IMPORT");
    assertThat(detail.at("/reports/0/externalId").asString()).isEqualTo("311-4711");
  }

  private HttpResponse<String> send(String token, String key, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/incidents"))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void badFiltersAndBodiesAreToldNotGuessed() {
    assertThat(operator.get("/api/incidents?stage=SLEEPING").status()).isEqualTo(422);
    assertThat(operator.get("/api/incidents?limit=0").status()).isEqualTo(422);
    assertThat(operator.get("/api/incidents?after=%27%3B--").status()).isEqualTo(422);
    assertThat(operator.get("/api/incidents?area=abc").status()).isEqualTo(400);
    assertThat(operator.get("/api/incidents/none").status()).isEqualTo(400);
    assertThat(operator.get("/api/incidents/" + UUID.randomUUID()).status()).isEqualTo(404);
    Answer outside =
        operator.post(
            "/api/incidents", Map.of("category", "noise", "place", Map.of("lon", 181, "lat", 5)));
    assertThat(outside.status()).isEqualTo(422);
    assertThat(outside.json().path("detail").asString()).contains("181", "-180 and 180");
    assertThat(operator.post("/api/incidents", Map.of("category", "noise")).code())
        .isEqualTo("place-missing");
    assertThat(operator.send("POST", "/api/incidents", "{\"category\":").status()).isEqualTo(400);
  }
}
