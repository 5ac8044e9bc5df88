package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.gridward.identity.WallTokens;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The wall as the room sees it, while somebody else reports what happens. */
@PostgisTest
class WallE2E {

  /** Lets a test take the line down and keep it down. */
  private static final String SOCKETS =
      """
      (() => {
        const Real = WebSocket;
        const open = [];
        window.line = { down: false, cut() { this.down = true; open.forEach((socket) => socket.close()); } };
        window.WebSocket = class extends Real {
          constructor(url, protocols) {
            super(window.line.down ? url.replace('/ws', '/none') : url, protocols);
            open.push(this);
          }
        };
      })();
      """;

  private static final String SNAPSHOT =
      "async (area) => (await fetch(`/api/live/snapshot?area=${area}`)).text()";

  /** With the token against forged requests, which the page has. */
  private static final String STATUS =
      """
      async ([method, path]) => {
        const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
        const body = method === 'GET' ? undefined : '{"category": "noise", "version": 0, "reason": "no", "place": {"text": "here"}}';
        const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) };
        return (await fetch(path, { method, headers, body })).status;
      }
      """;

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired WallTokens tokens;

  private TestBrowser browser;
  private District district;
  private TestClient operator;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
    district = districts.manned(2, 4);
    operator = TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private String report(int cell, String severity, String place) {
    var at = district.ground().centre(cell);
    var answer =
        operator.post(
            "/api/incidents",
            Map.of(
                "category",
                "noise",
                "severity",
                severity,
                "place",
                Map.of("lon", at.lon(), "lat", at.lat(), "text", place)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  private int version(String id) {
    return operator.get("/api/incidents/" + id).json().path("version").asInt();
  }

  private static void showsOpen(Visitor visitor, int open) {
    assertThat(visitor.find("[data-figure=open]")).hasText(Integer.toString(open));
  }

  @Test
  void figuresWordsAndCallsFollowWhatIsReportedElsewhere() {
    Visitor visitor =
        browser.visitor("en", 1920, 1080).signIn(district.operator().login(), "/wall");
    assertThat(visitor.find("[data-connection=live]")).isVisible();
    showsOpen(visitor, 0);
    assertThat(visitor.find("[data-figure=onDuty]")).hasText(Pattern.compile("2 / 2"));
    report(1, "NORMAL", "Canal St 12");
    showsOpen(visitor, 1);
    assertThat(visitor.find("gw-wall-ticker")).containsText("Canal St 12");
    assertThat(visitor.find("[data-reports='1']")).hasCount(1);
    report(6, "CRITICAL", "74 Monroe St");
    assertThat(visitor.find("[data-call]")).containsText("74 Monroe St");
    visitor.screenshot("wall-call");
    assertThat(visitor.find("[data-call]")).hasCount(0);
    showsOpen(visitor, 2);
    assertThat(visitor.faults()).isEmpty();
  }

  /** Also where there are more than a screen can hold, and the wall counts by what it hears. */
  @Test
  void countsAnIncidentAgainWhoseEndIsTakenBack() {
    String id = report(1, "NORMAL", "Canal St 12");
    Visitor visitor = browser.visitor("en", 1600, 900).signIn(district.operator().login(), "/wall");
    Visitor crowded = browser.visitor("en", 1600, 900);
    crowded
        .page()
        .addInitScript(
            """
            const parse = JSON.parse;
            JSON.parse = (...text) => {
              const answer = parse(...text);
              return answer?.incidents && answer.workers ? { ...answer, more: true } : answer;
            };
            """);
    crowded.signIn(district.operator().login(), "/wall");
    for (Visitor one : List.of(visitor, crowded)) {
      assertThat(one.find("[data-connection=live]")).isVisible();
      showsOpen(one, 1);
    }
    var dismissed =
        operator.post(
            "/api/incidents/" + id + "/commands/dismiss",
            Map.of("version", version(id), "reason", "a drill"));
    assertThat(dismissed.status()).isEqualTo(200);
    showsOpen(visitor, 0);
    showsOpen(crowded, 0);
    var undone = operator.post("/api/incidents/" + id + "/undo", Map.of("version", version(id)));
    assertThat(undone.status()).isEqualTo(200);
    showsOpen(visitor, 1);
    showsOpen(crowded, 1);
  }

  /** No figure, and no change of one, until it is known. */
  @Test
  void comparesNothingBeforeItHasCounted() {
    report(1, "NORMAL", "Canal St 12");
    Visitor visitor = browser.visitor("en", 1600, 900);
    List<Route> held = new CopyOnWriteArrayList<>();
    visitor.page().route("**/api/live/snapshot*", held::add);
    visitor.signIn(district.operator().login(), "/wall");
    var change = visitor.find("gw-wall-figures .trend span").first();
    assertThat(change).hasText("+1");
    assertThat(visitor.find("[data-figure=open]")).hasText("–");
    visitor.page().waitForTimeout(1500);
    assertThat(change).hasText("+1");
    visitor.page().unroute("**/api/live/snapshot*");
    held.forEach(Route::resume);
    showsOpen(visitor, 1);
    assertThat(change).hasText("+1");
  }

  @Test
  void comesBackByItselfWhenTheLineWasAway() {
    Visitor visitor = browser.visitor("en", 1600, 900);
    visitor.page().addInitScript(SOCKETS);
    visitor.signIn(district.operator().login(), "/wall");
    assertThat(visitor.find("[data-connection=live]")).isVisible();
    report(0, "NORMAL", "Before");
    showsOpen(visitor, 1);
    visitor.page().evaluate("window.line.cut()");
    assertThat(visitor.find(".banner strong")).hasText("Not live");
    report(1, "NORMAL", "Meanwhile");
    visitor.page().evaluate("window.line.down = false");
    assertThat(visitor.find("[data-connection=live]")).isVisible();
    assertThat(visitor.find(".banner")).hasCount(0);
    showsOpen(visitor, 2);
    assertThat(visitor.find("gw-wall-ticker")).containsText("Meanwhile");
    assertThat(visitor.page().evaluate("window.line !== undefined")).isEqualTo(true);
  }

  @Test
  void aScreenOfItsOwnShowsTheAreaAndNothingMore() {
    var token = tokens.create("Hall", district.ground().top().path(), Actor.SYSTEM);
    Visitor visitor = browser.visitor("zh", 1920, 1080);
    visitor.page().navigate("/wall?token=" + token.token());
    assertThat(visitor.find("[data-connection=live]")).isVisible();
    assertThat(visitor.page().url()).endsWith("/wall");
    assertThat(String.valueOf(visitor.page().evaluate("document.cookie")))
        .doesNotContain(token.token());
    report(2, "NORMAL", "东新路 7");
    showsOpen(visitor, 1);
    assertThat(visitor.find("gw-wall-ticker")).containsText("东新路 7");
    assertThat(visitor.find("gw-wall-ticker"))
        .not()
        .containsText(district.workers().getFirst().user().name());
    visitor.page().mouse().move(600, 600);
    assertThat(visitor.find("gw-language button").first()).isVisible();
    assertThat(visitor.find("[data-scenes]")).hasCount(0);
    assertThat(visitor.find("a[href='/console']")).hasCount(0);
    assertThat(visitor.faults()).isEmpty();
    reachesNothingElse(visitor);
    tokens.revoke(token.id(), Actor.SYSTEM);
    assertThat(visitor.find("[data-connection=lost]")).isVisible();
  }

  /** Whoever sits down at the screen with the tools of the browser. */
  private void reachesNothingElse(Visitor visitor) {
    long own = district.ground().top().id();
    District other = districts.manned(1, 1);
    var at = other.ground().centre(0);
    TestClient.signedIn(port, other.operator().login(), TestPeople.PASSWORD)
        .post(
            "/api/incidents",
            Map.of(
                "category",
                "noise",
                "place",
                Map.of("lon", at.lon(), "lat", at.lat(), "text", "西新路 11")));
    String mine = report(3, "NORMAL", "西新路 9");
    showsOpen(visitor, 2);
    assertThat(status(visitor, "GET", "/api/live/snapshot?area=" + own)).isEqualTo(200);
    long foreign = other.ground().top().id();
    assertThat(status(visitor, "GET", "/api/live/snapshot?area=" + foreign)).isIn(403, 404);
    assertThat(status(visitor, "GET", "/api/incidents/" + mine)).isEqualTo(403);
    assertThat(status(visitor, "POST", "/api/incidents")).isEqualTo(403);
    assertThat(status(visitor, "POST", "/api/incidents/" + mine + "/commands/dismiss"))
        .isEqualTo(403);
    for (long area : new long[] {own, 0}) {
      assertThat((String) visitor.page().evaluate(SNAPSHOT, Long.toString(area)))
          .contains("西新路 9")
          .doesNotContain("西新路 11")
          .doesNotContain(district.workers().getFirst().user().name());
    }
    visitor.page().navigate("/console");
    assertThat(visitor.find("gw-console gw-queue")).hasCount(0);
    visitor.page().navigate("/wall");
    assertThat(visitor.find("[data-connection=live]")).isVisible();
  }

  private static int status(Visitor visitor, String method, String path) {
    return ((Number) visitor.page().evaluate(STATUS, List.of(method, path))).intValue();
  }

  @Test
  void scenesAreMadeOnTheWallAndTakeTurns() {
    Visitor visitor =
        browser.visitor("en", 1920, 1080).signIn(district.operator().login(), "/wall");
    assertThat(visitor.find("[data-connection=live]")).isVisible();
    visitor.page().mouse().move(600, 600);
    visitor.find("[data-scenes]").click();
    visitor.find("#scene-name").fill("Harbour");
    visitor.find("#scene-seconds").fill("5");
    visitor.find("[data-save]").click();
    assertThat(visitor.find("[data-remove]")).hasCount(1);
    visitor.page().reload();
    assertThat(visitor.find("gw-wall-place")).containsText("Harbour");
    assertThat(visitor.faults()).isEmpty();
  }
}
