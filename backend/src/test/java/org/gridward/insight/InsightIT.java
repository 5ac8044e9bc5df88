package org.gridward.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gridward.grid.Area;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.incident.Channel;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.IncidentIntake;
import org.gridward.incident.Incidents;
import org.gridward.incident.NewReport;
import org.gridward.incident.Place;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PostgisTest
class InsightIT {

  private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(7));
  private static final String WEEK = "&from=" + FROM + "&to=" + TO;
  private static final int MADE = 60;

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired IncidentIntake intake;
  @Autowired Incidents incidents;
  @Autowired JdbcClient jdbc;
  @Autowired IncidentMemory memory;
  @Autowired JsonMapper json;

  private final Random random = new Random(9);
  private District district;
  private TestClient leader;
  private String leaderKey;
  private List<UUID> made;

  /** Two thirds in the week, the rest in the week before. */
  @BeforeEach
  void makeIncidents() {
    district = ground.district(2, 3);
    leaderKey = people.key(Role.LEADER, district.top().path());
    leader = TestClient.withKey(port, leaderKey);
    made = new ArrayList<>();
    for (int i = 0; i < MADE; i++) {
      Instant week = i % 3 == 0 ? FROM.minus(Duration.ofDays(7)) : FROM;
      made.add(report(random.nextInt(6), week.plusSeconds(random.nextInt(600_000))));
    }
    await().untilAsserted(() -> assertThat(all("").path("count").asInt()).isEqualTo(40));
  }

  private UUID report(int cell, Instant at) {
    double lon = district.west() + (cell + random.nextDouble()) * TestGround.STEP;
    double lat = district.south() + random.nextDouble() * TestGround.STEP;
    String category = random.nextBoolean() ? "noise" : "other";
    return intake
        .accept(
            new NewReport(
                Channel.IMPORT,
                Actor.SYSTEM,
                category,
                null,
                Place.point(lon, lat),
                "told",
                List.of(),
                null,
                at,
                null,
                null))
        .id();
  }

  private JsonNode table(String more) {
    return get("/api/insight/areas?area=" + district.top().id() + WEEK + more);
  }

  private JsonNode all(String more) {
    return table(more).path("all");
  }

  private JsonNode get(String path) {
    TestClient.Answer answer = leader.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private long count(Area area, String condition) {
    return jdbc.sql(
            "select count(*) from incident where area_path like ? and reported_at >= ? and"
                + " reported_at < ? and stage <> 'DISMISSED' and "
                + condition)
        .params(area.path() + "%", FROM.atOffset(ZoneOffset.UTC), TO.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Test
  void countsWhatTheDatabaseCounts() {
    for (JsonNode row : table("&category=noise").path("items")) {
      Area community =
          district.communities().stream()
              .filter(each -> each.id() == row.path("id").asLong())
              .findFirst()
              .orElseThrow();
      assertThat(row.path("figures").path("count").asLong())
          .isEqualTo(count(community, "category_code = 'noise'"));
    }
    assertThat(all("").path("before").asInt()).isEqualTo(20);
    JsonNode cells = table("&level=cells&limit=4");
    assertThat(cells.path("items").size()).isEqualTo(4);
    JsonNode rest = table("&level=cells&limit=4&after=" + cells.path("next").asInt());
    assertThat(rest.path("items").size()).isEqualTo(2);
    assertThat(rest.path("next").isNull()).isTrue();
  }

  @Test
  void countsOverTimeAndListsTheCasesBehind() {
    String area = "area=" + district.top().id();
    JsonNode days = get("/api/insight/histogram?step=day&" + area + WEEK);
    long sum = 0;
    for (JsonNode count : days.path("counts")) {
      sum += count.asLong();
    }
    assertThat(sum).isEqualTo(40);
    assertThat(days.path("edges").size()).isEqualTo(days.path("counts").size() + 1);
    JsonNode wide = get("/api/insight/histogram?" + area);
    assertThat(wide.path("step").asString()).isEqualTo("day");
    assertThat(Instant.parse(wide.path("first").asString())).isBefore(FROM);
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = get("/api/insight/cases?limit=15&" + area + WEEK + after);
      page.path("items").forEach(item -> seen.add(item.path("id").asString()));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(seen).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void followsWhatHappensToAnIncident() {
    UUID gone =
        made.stream()
            .filter(id -> incidents.get(id).stage().name().equals("COLLECTED"))
            .filter(id -> !incidents.compact(id).reportedAt().isBefore(FROM))
            .findFirst()
            .orElseThrow();
    incidents.execute(
        gone, Command.DISMISS, null, Actor.SYSTEM, CommandDetails.because("not a case"));
    await().untilAsserted(() -> assertThat(all("").path("count").asInt()).isEqualTo(39));
    report(0, FROM.plusSeconds(5));
    await().untilAsserted(() -> assertThat(all("").path("count").asInt()).isEqualTo(40));
  }

  @Test
  void drawsASurfaceInTrueUnits() throws Exception {
    Surface now = surface(leaderKey, district.top(), false);
    assertThat(now.head().path("inside").asInt()).isEqualTo(40);
    assertThat(now.sum()).isCloseTo(40, within(1.2));
    Surface change = surface(leaderKey, district.top(), true);
    assertThat(change.head().path("inside").asInt()).isEqualTo(20);
    assertThat(change.sum()).isCloseTo(20, within(1.5));
  }

  private record Surface(JsonNode head, double[] density) {

    /** Density times area, the area taken at the box's middle. */
    double sum() {
      JsonNode box = head.path("bbox");
      double south = box.get(1).asDouble();
      double north = box.get(3).asDouble();
      double middle = Math.toRadians((south + north) / 2);
      double sine = Math.sin(middle);
      double w = 1 - 0.0066943799901413165 * sine * sine;
      double high =
          Math.toRadians(north - south) * 6378.137 * (1 - 0.00669437999) / Math.pow(w, 1.5);
      double turn = Math.toRadians(box.get(2).asDouble() - box.get(0).asDouble());
      double wide = turn * 6378.137 / Math.sqrt(w) * Math.cos(middle);
      double pixel = high * wide / density.length;
      return Arrays.stream(density).sum() * pixel;
    }
  }

  private Surface surface(String key, Area area, boolean compare) throws Exception {
    double margin = 3 * TestGround.STEP;
    String box =
        "%s,%s,%s,%s"
            .formatted(
                district.west() - margin,
                district.south() - margin,
                district.west() + 6 * TestGround.STEP + margin,
                district.south() + TestGround.STEP + margin);
    HttpResponse<byte[]> answer =
        bytes(
            key,
            "/api/insight/heat?width=240&height=160&bandwidth=40&bbox=%s&area=%d&compare=%s%s"
                .formatted(box, area.id(), compare, WEEK));
    assertThat(answer.statusCode()).isEqualTo(200);
    ByteBuffer body = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
    byte[] text = new byte[body.getInt()];
    body.get(text);
    JsonNode head = json.readTree(text);
    double[] density = new double[240 * 160];
    for (int i = 0; i < density.length; i++) {
      byte b = body.get();
      double part = compare ? b / 127.0 : (b & 0xff) / 255.0;
      density[i] = Math.copySign(part * part, part) * head.path("most").asDouble();
    }
    assertThat(body.hasRemaining()).isFalse();
    return new Surface(head, density);
  }

  private HttpResponse<byte[]> bytes(String key, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Bearer " + key)
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void aLeaderOfACommunityGetsOnlyTheCommunity() throws Exception {
    Area community = district.communities().getFirst();
    String key = people.key(Role.LEADER, community.path());
    TestClient below = TestClient.withKey(port, key);
    long own = count(community, "true");
    JsonNode mine = below.get("/api/insight/areas?" + WEEK).json();
    assertThat(mine.path("items").size()).isEqualTo(1);
    assertThat(mine.path("all").path("count").asLong()).isEqualTo(own);
    assertThat(surface(key, community, false).head().path("inside").asLong()).isEqualTo(own);
    for (String what : List.of("areas", "histogram", "cases")) {
      assertThat(below.get("/api/insight/" + what + "?area=" + district.top().id()).status())
          .isEqualTo(404);
    }
    assertThat(below.get("/api/insight/cases?limit=500" + WEEK).json().path("items").size())
        .isEqualTo((int) own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heat?bbox=1,2,3&width=8&height=8&bandwidth=100",
        "heat?bbox=1,2,3,x&width=8&height=8&bandwidth=100",
        "heat?bbox=3,2,1,4&width=8&height=8&bandwidth=100",
        "heat?bbox=1,2,NaN,4&width=8&height=8&bandwidth=100",
        "heat?bbox=1,2,3,99&width=8&height=8&bandwidth=100",
        "heat?bbox=1,2,3,4&width=513&height=8&bandwidth=100",
        "heat?bbox=1,2,3,4&width=0&height=8&bandwidth=100",
        "heat?bbox=1,2,3,4&width=x&height=8&bandwidth=100",
        "heat?bbox=1,2,3,4&width=8&height=8&bandwidth=0",
        "heat?bbox=1,2,3,4&width=8&height=8&bandwidth=NaN",
        "heat?bbox=1,2,3,4&width=8&height=8&bandwidth=1e9",
        "heat?bbox=1,2,1.0001,2.0001&width=8&height=8&bandwidth=100000",
        "heat?width=8&height=8&bandwidth=100",
        "areas?from=yesterday",
        "areas?from=2026-08-02T00:00:00Z&to=2026-08-01T00:00:00Z",
        "areas?from=1980-08-02T00:00:00Z&to=2026-08-01T00:00:00Z",
        "areas?from=%2B1000000000-12-31T23:59:59Z",
        "areas?level=street",
        "areas?area=x",
        "areas?category=,,",
        "histogram?step=minute",
        "histogram?step=hour&from=2020-01-01T00:00:00Z&to=2026-08-01T00:00:00Z",
        "cases?after=nonsense"
      })
  void explainsWhatItCannotRead(String question) {
    TestClient.Answer answer = leader.get("/api/insight/" + question);
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.code()).isNotBlank();
  }

  @Test
  void saysSoWhileItReads() {
    IncidentMemory reading = new IncidentMemory(null, null);
    assertThatThrownBy(reading::columns)
        .isInstanceOf(InsightNotReady.class)
        .hasMessageContaining("try again");
    assertThat(memory.columns().size()).isGreaterThanOrEqualTo(MADE);
  }
}
