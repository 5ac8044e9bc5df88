package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.AreaPath;
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
import tools.jackson.databind.JsonNode;

/** Two operators at two consoles of one district. */
@PostgisTest
class DeskE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;

  private TestBrowser browser;
  private District here;
  private TestClient client;
  private User colleague;
  private Visitor first;
  private Visitor second;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
    here = districts.manned(1, 2);
    colleague = people.user(Role.OPERATOR, here.ground().top().path());
    client = TestClient.signedIn(port, here.operator().login(), TestPeople.PASSWORD);
    first = browser.visitor("en", 1440, 900).signIn(here.operator().login(), "/console");
    second = browser.visitor("zh", 1440, 900).signIn(colleague.login(), "/console");
    for (Visitor visitor : new Visitor[] {first, second}) {
      assertThat(visitor.find("gw-connection .live")).isVisible();
    }
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private JsonNode told(String words, double eastMetres) {
    var at = here.ground().centre(0);
    return client
        .post(
            "/api/incidents",
            Map.of(
                "category",
                "other",
                "description",
                words,
                "place",
                Map.of("lon", at.lon() + eastMetres / 111_320, "lat", at.lat())))
        .json();
  }

  private static void pick(Visitor visitor, long number) {
    visitor.find("gw-queue [data-number='" + number + "']").click();
    assertThat(visitor.find("gw-case header")).containsText("#" + number);
  }

  @Test
  void aMergeIsSeenByTheOtherOperatorAndUndone() {
    long kept = told("A lamp by the school is dark", 0).path("number").asLong();
    long same = told("The lamp by the school is out", 8).path("number").asLong();
    pick(second, same);
    pick(first, same);
    first.find("gw-duplicates [data-compare='" + kept + "']").click();
    assertThat(first.find("gw-compare article").last()).containsText("A lamp by the school");
    first.screenshot("console-compare-en");
    first.find("gw-compare [data-keep=other]").click();
    assertThat(first.find("gw-case header")).containsText("#" + kept);
    assertThat(first.find("gw-duplicates #merged")).containsText("#" + same);

    assertThat(second.find("gw-case [data-stage=MERGED]")).isVisible();
    assertThat(second.find("gw-queue [data-number='" + same + "']")).hasCount(0);
    assertThat(second.find("gw-duplicates [data-duplicate-of='" + kept + "']")).isVisible();
    second.screenshot("console-duplicate-zh");
    second.find("gw-duplicates [data-separate]").first().click();
    assertThat(second.find("gw-case [data-stage=COLLECTED]")).isVisible();
    assertThat(first.find("gw-duplicates #merged")).hasCount(0);
    assertThat(first.find("gw-queue [data-number='" + same + "']")).isVisible();
    assertThat(first.faults()).isEmpty();
    assertThat(second.faults()).isEmpty();
  }

  @Test
  void whatIsKnownAlreadyIsShownWhileTypingAndTakesTheReport() {
    long known = told("Water runs over the pavement", 0).path("number").asLong();
    var at = here.ground().centre(0);
    first.clickMap(at.lon(), at.lat() + 0.00012);
    first.find("gw-incident-form #description").fill("water on the pavement");
    assertThat(first.find("gw-known-already [data-add-to='" + known + "']")).isVisible();
    first.screenshot("console-known-already-en");
    first.find("gw-known-already [data-add-to='" + known + "']").click();
    assertThat(first.find("gw-case header")).containsText("#" + known);
    assertThat(first.find("gw-case .story")).containsText("Reported again");
    assertThat(first.find("gw-queue [role=option]")).hasCount(1);
    assertThat(first.faults()).isEmpty();
  }

  @Test
  void eachSeesThatTheOtherLooksAndTheCaseIsHandedOver() {
    long number = told("A branch hangs over the street", 0).path("number").asLong();
    pick(first, number);
    pick(second, number);
    assertThat(first.find("gw-keeping [data-viewers]")).containsText(colleague.name());
    assertThat(second.find("gw-keeping [data-viewers]")).containsText(here.operator().name());
    first.find("gw-keeping [data-keeping=take]").click();
    assertThat(second.find("gw-keeping [data-keeper]")).containsText(here.operator().name());

    first.find("gw-keeping [data-keeping=hand-over]").click();
    first.find("gw-hand-over #to").selectOption(Long.toString(colleague.id()));
    first.find("gw-hand-over #note").fill("The owner calls back at nine");
    first.screenshot("console-hand-over-en");
    first.find("gw-hand-over button.primary").click();
    assertThat(second.find("gw-keeping [data-keeper]")).hasText("由您负责此事件");
    assertThat(second.find("gw-case .story")).containsText("The owner calls back at nine");
    second.screenshot("console-keeping-zh");

    first.page().keyboard().press("Escape");
    assertThat(second.find("gw-keeping [data-viewers]")).hasCount(0);
    assertThat(first.faults()).isEmpty();
    assertThat(second.faults()).isEmpty();
  }

  @Test
  void aCaseIsTakenEscalatedAndGivenBackByKeysAndFoundByItsKeeper() {
    long number = told("A branch hangs over the street", 0).path("number").asLong();
    long other = told("A lamp is dark", 30).path("number").asLong();
    pick(first, number);
    first.page().keyboard().press("i");
    assertThat(first.find("gw-keeping [data-keeper]")).hasText("You have this case");
    first.page().keyboard().press("8");
    assertThat(first.find("gw-queue [role=option]")).hasCount(1);
    assertThat(first.find("gw-queue [data-number='" + number + "']")).isVisible();
    first.page().keyboard().press("8");
    assertThat(first.find("gw-queue [role=option]")).hasCount(2);

    second.find("gw-queue-tools .more").click();
    second.find("gw-queue-tools #keeper").selectOption(Long.toString(here.operator().id()));
    assertThat(second.find("gw-queue [role=option]")).hasCount(1);
    second.find("gw-queue-tools #keeper").selectOption("nobody");
    assertThat(second.find("gw-queue [data-number='" + other + "']")).isVisible();
    assertThat(second.find("gw-queue [role=option]")).hasCount(1);
    second.screenshot("console-keeper-zh");

    first.page().keyboard().press("h");
    assertThat(first.find("gw-hand-over #to")).isVisible();
    first.page().keyboard().press("Escape");
    first.page().keyboard().press("Shift+I");
    assertThat(first.find("gw-keeping [data-keeper]"))
        .hasText("Nobody in particular has this case");
    first.page().keyboard().press("p");
    assertThat(first.find("gw-hand-over h2")).hasText("Escalate");
    first.page().keyboard().press("Escape");
    assertThat(first.find("gw-case header")).containsText("#" + number);
    first.page().keyboard().press("?");
    assertThat(first.find("gw-keys")).containsText("Escalate");
    first.page().keyboard().press("Escape");
    assertThat(first.faults()).isEmpty();
  }

  @Test
  void aStepIsTakenBackFromTheToast() {
    long number = told("A bench is broken", 0).path("number").asLong();
    pick(first, number);
    pick(second, number);
    first.find("gw-case [data-step=dismiss]").click();
    first.find("gw-command-dialog textarea").fill("seen twice");
    first.find("gw-command-dialog button.harm").click();
    assertThat(second.find("gw-case [data-stage=DISMISSED]")).isVisible();
    first.find("gw-toasts [data-toast-action]").click();
    assertThat(second.find("gw-case [data-stage=COLLECTED]")).isVisible();
    assertThat(first.find("gw-toasts")).containsText("as it was before");
    assertThat(first.find("gw-case .story")).containsText("Undone");
    first.screenshot("console-undone-en");
    assertThat(first.faults()).isEmpty();
  }

  @Test
  void aStepIsTakenBackFromTheCaseAfterTheToastIsPutAway() {
    long number = told("A bench is broken", 0).path("number").asLong();
    pick(first, number);
    pick(second, number);
    assertThat(first.find("gw-case [data-undo]")).hasCount(0);
    first.find("gw-case [data-step=dismiss]").click();
    first.find("gw-command-dialog textarea").fill("seen twice");
    first.find("gw-command-dialog button.harm").click();
    first.find("gw-toasts button.plain").click();
    assertThat(first.find("gw-toasts [data-toast-action]")).hasCount(0);
    assertThat(first.find("gw-case [data-undo]")).isVisible();
    assertThat(second.find("gw-case [data-stage=DISMISSED]")).isVisible();
    assertThat(second.find("gw-case [data-undo]")).hasCount(0);
    first.screenshot("console-undo-en");
    first.page().reload();
    assertThat(first.find("gw-case [data-undo]")).isVisible();
    first.page().keyboard().press("Shift+Z");
    assertThat(second.find("gw-case [data-stage=COLLECTED]")).isVisible();
    assertThat(first.find("gw-case [data-undo]")).hasCount(0);
    assertThat(first.faults()).isEmpty();
  }

  /** Whatever the page thinks of minutes: the server's moment counts. */
  @Test
  void theWayBackEndsWhenTheServerSays() {
    long number = told("A bench is broken", 0).path("number").asLong();
    AtomicReference<String> until = new AtomicReference<>("2020-01-01T00:00:00Z");
    first
        .page()
        .route(
            Pattern.compile("/api/incidents/[0-9a-f-]{36}$"),
            route -> {
              APIResponse answer = route.fetch();
              String body =
                  answer.text().replaceAll("\"until\":\"[^\"]+\"", "\"until\":\"" + until + "\"");
              route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
            });
    pick(first, number);
    first.find("gw-case [data-step=dismiss]").click();
    first.find("gw-command-dialog textarea").fill("seen twice");
    first.find("gw-command-dialog button.harm").click();
    assertThat(first.find("gw-case [data-stage=DISMISSED]")).isVisible();
    first.page().waitForURL("**incident=**");
    first.page().reload();
    assertThat(first.find("gw-case [data-stage=DISMISSED]")).isVisible();
    assertThat(first.find("gw-case [data-undo]")).hasCount(0);
    until.set("2199-01-01T00:00:00Z");
    first.page().reload();
    assertThat(first.find("gw-case [data-undo]")).isVisible();
  }

  @Test
  void aShiftIsHandedOverWithANote() {
    told("A bench is broken", 0);
    first.page().navigate("/shift");
    assertThat(first.find("gw-shift [data-figure=came]")).hasText("1");
    assertThat(first.find("gw-shift [data-list=waiting] tbody tr")).hasCount(1);
    first.find("gw-shift #note").fill("Canal Street has no water until six.\n物业已知。");
    first.find("gw-shift button.primary").click();
    assertThat(first.find("gw-shift #notes .note")).containsText("no water until six");
    second.page().navigate("/shift");
    assertThat(second.find("gw-shift #notes .note")).containsText("no water until six");
    first.screenshot("shift-en");
    second.screenshot("shift-zh");
    isPrintedDarkOnWhite(first);
    assertThat(first.faults()).isEmpty();
    assertThat(second.faults()).isEmpty();
  }

  /** Also from a dark screen; what can only be clicked stays on the screen. */
  private void isPrintedDarkOnWhite(Visitor visitor) {
    var page = visitor.page();
    var dark = new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK);
    page.emulateMedia(dark);
    String ink = "(ink) => getComputedStyle(document.body).color === ink";
    page.waitForFunction(ink, "rgb(232, 238, 244)");
    page.emulateMedia(dark.setMedia(Media.PRINT));
    page.waitForFunction(ink, "rgb(20, 32, 43)");
    assertThat(visitor.find("gw-shift #note")).isHidden();
    assertThat(visitor.find("gw-shift .lead"))
        .containsText(here.ground().top().names().getOrDefault("en", ""));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null).setColorScheme(null));
  }

  @Test
  void theNextCaseInWordsOpensWhenOneHasItsPlace() {
    User everywhere = people.user(Role.OPERATOR, AreaPath.ROOT);
    TestClient chief = TestClient.signedIn(port, everywhere.login(), TestPeople.PASSWORD);
    Map<String, Object> place = Map.of("text", "behind the blue door");
    Map<String, Object> body = Map.of("category", "noise", "place", place);
    String one = chief.post("/api/incidents", body).json().path("id").asString();
    chief.post("/api/incidents", body);
    Visitor visitor = browser.visitor("en", 1440, 900);
    visitor.signIn(everywhere.login(), "/console?incident=" + one);
    assertThat(visitor.find("gw-locate")).containsText("name no place");
    visitor.screenshot("console-locate-en");
    visitor.find("gw-locate [data-skip]").click();
    assertThat(visitor.find("gw-case header")).not().containsText("#" + number(chief, one));
    assertThat(visitor.find("gw-locate")).isVisible();
    assertThat(visitor.faults()).isEmpty();
  }

  private static long number(TestClient client, String id) {
    return client.get("/api/incidents/" + id).json().path("number").asLong();
  }
}
