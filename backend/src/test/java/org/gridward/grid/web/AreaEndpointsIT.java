package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Caller;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.security.CallerAuthentication;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@PostgisTest
class AreaEndpointsIT {

  @Autowired WebApplicationContext context;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @LocalServerPort int port;
  private MockMvcTester mvc;
  private District mine;
  private District foreign;

  @BeforeEach
  void signInToOneDistrict() {
    mvc = MockMvcTester.from(context);
    mine = ground.district(2, 3);
    foreign = ground.district(1, 2);
    signIn(mine.top().path());
  }

  private static void signIn(AreaPath area) {
    Caller caller = new Caller(7, "olga", "Olga", List.of(new Grant(Role.OPERATOR, area)));
    SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller, false));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  private MvcTestResult get(String uri) {
    return mvc.get().uri(uri).exchange();
  }

  private void expectUnknown(String uri) {
    MvcTestResult result = get(uri);
    if (result.getUnresolvedException() == null) {
      assertThat(result).hasStatus(404);
    } else {
      assertThat(result.getUnresolvedException()).hasRootCauseInstanceOf(AreaUnknown.class);
    }
  }

  @Test
  void startsAtTheTopOfWhatTheCallerSees() {
    assertThat(get("/api/areas"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(1);
    var top = assertThat(get("/api/areas")).bodyJson();
    top.extractingPath("$.items[0].id").isEqualTo((int) mine.top().id());
    top.extractingPath("$.items[0].children").isEqualTo(2);
    top.extractingPath("$.items[0].path").isEqualTo(mine.top().path().value());
    top.extractingPath("$.items[0].bbox[0]").isEqualTo(mine.west());
    top.extractingPath("$.items[0].names.zh").isEqualTo("区域 " + mine.top().code());
  }

  @Test
  void listsTheAreasBelow() {
    var body = assertThat(get("/api/areas?parent=" + mine.communities().get(0).id())).bodyJson();
    body.extractingPath("$.items.length()").isEqualTo(3);
    body.extractingPath("$.items[0].cell").isEqualTo(true);
  }

  @Test
  void doesNotKnowForeignAreas() {
    expectUnknown("/api/areas/" + foreign.top().id());
    expectUnknown("/api/areas?parent=" + foreign.top().id());
    expectUnknown("/api/areas/" + foreign.top().id() + "/cells.geojson");
    expectUnknown("/api/areas/" + foreign.cells().get(0).id() + "/history");
    expectUnknown("/api/areas/999999999");
  }

  @Test
  void drawsTheCellsTheCallerSees() {
    var all = assertThat(get("/api/areas/0/cells.geojson")).hasStatusOk().bodyJson();
    all.extractingPath("$.features.length()").isEqualTo(6);
    all.extractingPath("$.features[0].id").isEqualTo((int) mine.cells().get(0).id());
    all.extractingPath("$.features[0].properties.code").isEqualTo(mine.cells().get(0).code());
    all.extractingPath("$.features[0].geometry.type").isEqualTo("MultiPolygon");
    var part = get("/api/areas/" + mine.communities().get(1).id() + "/cells.geojson?detail=high");
    assertThat(part).bodyJson().extractingPath("$.features.length()").isEqualTo(3);
    assertThat(part).hasContentType("application/geo+json");
  }

  @Test
  void drawsTheAreasAboveTheCells() {
    var all = assertThat(get("/api/areas/0/cells.geojson")).bodyJson();
    all.extractingPath("$.areas[*].code")
        .asArray()
        .containsExactlyInAnyOrder(
            mine.top().code(), mine.communities().get(0).code(), mine.communities().get(1).code());
    all.extractingPath("$.areas[0].bbox[2]")
        .asNumber()
        .satisfies(
            east ->
                assertThat(east.doubleValue())
                    .isCloseTo(mine.west() + 6 * TestGround.STEP, within(1e-5)));
    // outlines of both on the outside, and once what they have in common
    all.extractingPath("$.borders[*].rank").asArray().containsExactlyInAnyOrder(0, 0, 1);
    all.extractingPath("$.borders[?(@.rank == 1)].lines[*].length()").asArray().containsExactly(2);
    var part = assertThat(get("/api/areas/" + mine.communities().get(1).id() + "/cells.geojson"));
    part.bodyJson().extractingPath("$.areas.length()").isEqualTo(1);
    part.bodyJson().extractingPath("$.borders.length()").isEqualTo(2);
    signIn(mine.communities().get(0).path());
    assertThat(get("/api/areas/0/cells.geojson"))
        .bodyText()
        .doesNotContain("\"" + mine.top().code() + "\"");
  }

  @Test
  void sendsCellsOnceUntilTheyChange() {
    String tag = get("/api/areas/0/cells.geojson").getResponse().getHeader("ETag");
    assertThat(mvc.get().uri("/api/areas/0/cells.geojson").header("If-None-Match", tag))
        .hasStatus(304);
    signIn(mine.communities().get(0).path());
    assertThat(mvc.get().uri("/api/areas/0/cells.geojson").header("If-None-Match", tag))
        .hasStatusOk();
    signIn(mine.top().path());
    ground.district(1, 1);
    assertThat(mvc.get().uri("/api/areas/0/cells.geojson").header("If-None-Match", tag))
        .hasStatusOk();
  }

  @Test
  void tellsTheHistoryOfABoundary() {
    var body = assertThat(get("/api/areas/" + mine.cells().get(0).id() + "/history")).bodyJson();
    body.extractingPath("$.items.length()").isEqualTo(1);
    body.extractingPath("$.items[0].validFrom").isEqualTo("1970-01-01T00:00:00Z");
    body.extractingPath("$.items[0].validUntil").isNull();
  }

  @Test
  void namesTheLevels() {
    var body = assertThat(get("/api/area-types")).bodyJson();
    body.extractingPath("$.items[0].code").isEqualTo("district");
    body.extractingPath("$.items[2].cell").isEqualTo(true);
  }

  @Test
  void sendsCellsCompressed() throws Exception {
    District wide = ground.district(1, 20);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/areas/0/cells.geojson?detail=high"))
            .header("Authorization", "Bearer " + people.key(Role.LEADER, wide.top().path()))
            .header("Accept-Encoding", "gzip")
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(answer.headers().firstValue("ETag").orElseThrow()).startsWith("W/");
    }
  }
}
