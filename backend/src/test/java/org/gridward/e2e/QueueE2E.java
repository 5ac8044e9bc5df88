package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/**
 * The operator's queue by keyboard: marks, steps for many, filters, the palette, fifty thousand
 * rows.
 */
@PostgisTest
class QueueE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;

  private TestBrowser browser;
  private District district;
  private TestClient client;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
    district = districts.manned(1, 4);
    client = TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void takesOneStepForAllThatAreMarkedAndNamesWhatWasRefused() {
    report(5);
    Visitor operator = atConsole(5);
    press(operator, "j", "x", "Shift+J", "Shift+J");
    assertThat(operator.find("[data-marked]")).hasText("3 marked");
    String gone = operator.find("gw-queue .marked").first().getAttribute("data-number");
    TestClient other = TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
    press(operator, "d");
    assertThat(operator.find("gw-batch-dialog p").first()).hasText("For 3 incidents.");
    operator.find("gw-batch-dialog textarea").fill("a drill");
    dismissByNumber(other, gone);
    operator.find("gw-batch-dialog button.harm").click();
    assertThat(operator.find("gw-batch-dialog li")).hasCount(1);
    assertThat(operator.find("gw-batch-dialog li")).containsText("#" + gone);
    operator.find("gw-batch-dialog button.primary").click();
    assertThat(operator.find("[data-figure=open]")).hasText("2");
    operator.find("gw-toasts [data-toast-action]").click();
    assertThat(operator.find("[data-figure=open]")).hasText("4");
  }

  @Test
  void keepsAFilterForItsPerson() {
    report(2);
    Visitor operator = atConsole(2);
    press(operator, "Shift+F");
    operator.find("gw-queue-tools [name=name]").fill("Only what is late");
    press(operator, "Escape");
    operator.find("gw-queue-tools [data-kind=late]").click();
    operator.find("gw-queue-tools form button").click();
    assertThat(operator.find("[data-saved]")).hasText("Only what is late");
    operator.page().navigate("/console");
    assertThat(operator.find("gw-queue [role=option]")).hasCount(2);
    press(operator, "Shift+F");
    operator.find("[data-saved]").click();
    assertThat(operator.find("gw-queue [role=option]")).hasCount(0);
    assertThat(operator.find("[data-kind=late]")).hasAttribute("aria-pressed", "true");
    assertThat(operator.faults()).isEmpty();
  }

  @Test
  void findsACaseByItsNumberAndACommandByItsWords() {
    report(3);
    Visitor operator = atConsole(3);
    String number = operator.find("gw-queue [role=option]").nth(1).getAttribute("data-number");
    press(operator, "Control+k");
    operator.page().keyboard().type("#" + number);
    press(operator, "Enter");
    assertThat(operator.find("gw-case header")).containsText("#" + number);
    press(operator, "Control+k");
    operator.page().keyboard().type("new inc");
    press(operator, "Enter");
    assertThat(operator.find("gw-incident-form")).isVisible();
  }

  /** No key does two things, and each action is named in both languages. */
  @Test
  void givesEachKeyToOneAction() {
    Visitor operator = atConsole(0);
    Object doubled =
        operator
            .page()
            .evaluate(
                """
                async () => {
                  const { ACTIONS } = await import('/app/console/actions.js');
                  const { en } = await import('/app/lib/messages-en.js');
                  const keys = ACTIONS.flatMap((action) => action.keys);
                  return [...keys.filter((key, i) => keys.indexOf(key) !== i),
                    ...ACTIONS.filter(({ id }) => !en[`action.${id}`]).map(({ id }) => id)];
                }
                """);
    assertThat((List<?>) doubled).isEmpty();
  }

  @Test
  void holdsFiftyThousandWithAConstantNumberOfElements() {
    report(1);
    Visitor operator = atConsole(1);
    operator
        .page()
        .evaluate(
            """
            () => {
              const queue = document.querySelector('gw-console').renderRoot.querySelector('gw-queue');
              const one = queue.store.laid.sections[0].items[0];
              const many = Array.from({ length: 50000 }, (_, i) => ({ ...one, id: `made-${i}`, number: 1000000 + i,
                dueAt: new Date(Date.UTC(2126, 0, 1) + ((i * 7919) % 50000) * 60000).toISOString() }));
              document.querySelector('gw-console').renderRoot.querySelector('gw-console-header').watch.incidents.fill(many);
            }
            """);
    assertThat(operator.find("[data-kind=all] b")).hasText("50,001");
    var options = operator.find("gw-queue [role=option]");
    int few = options.count();
    operator.find("gw-queue .list").evaluate("list => { list.scrollTop = list.scrollHeight / 2; }");
    assertThat(operator.find("gw-queue [aria-posinset='25000']")).isVisible();
    assertThat(options.count()).isBetween(few / 2, 40);
    press(operator, "/");
    operator.page().keyboard().type("#1000042");
    assertThat(options).hasCount(1);
  }

  private Visitor atConsole(int open) {
    Visitor operator =
        browser.visitor("en", 1440, 900).signIn(district.operator().login(), "/console");
    assertThat(operator.find("gw-connection .live")).isVisible();
    assertThat(operator.find("gw-queue [role=option]")).hasCount(open);
    return operator;
  }

  private static void press(Visitor operator, String... keys) {
    for (String key : keys) {
      operator.page().keyboard().press(key);
      operator.page().waitForTimeout(150);
    }
  }

  private void report(int count) {
    String category =
        client.get("/api/categories").json().path("items").get(0).path("code").asString();
    IntStream.range(0, count)
        .mapToObj(i -> district.ground().centre(i % district.ground().cells().size()))
        .map(at -> Map.of("category", category, "place", Map.of("lon", at.lon(), "lat", at.lat())))
        .forEach(
            report -> assertThat(client.post("/api/incidents", report).status()).isEqualTo(201));
  }

  private void dismissByNumber(TestClient by, String number) {
    for (var item : by.get("/api/incidents?area=0").json().path("items")) {
      if (item.path("number").asString().equals(number)) {
        String id = item.path("id").asString();
        var answer =
            by.post(
                "/api/incidents/" + id + "/commands/dismiss",
                Map.of("version", item.path("version").asLong(), "reason", "elsewhere"));
        assertThat(answer.status()).isEqualTo(200);
      }
    }
  }
}
