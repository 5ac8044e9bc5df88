package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.identity.Role;
import org.gridward.testing.Axe;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in both languages: nothing for axe to find, no other host, no error, no text cut. */
@PostgisTest
class ScreensE2E {

  private static final int FIRST_LOAD_BYTES = 350 * 1024;

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;

  private TestBrowser browser;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void signIn(String language) {
    Visitor visitor = browser.visitor(language, 1440, 900);
    visitor.page().navigate("/signin");
    visitor.find("#login").fill("nobody-" + language);
    visitor.find("#password").fill("not the password");
    visitor.find("form button.primary").click();
    assertThat(visitor.find("[role=alert] .bad")).isVisible();
    check(visitor, "signin-" + language, List.of("401"));
  }

  @Test
  void saysThatThereIsNothingAtAnAddress() {
    Visitor visitor = browser.visitor("en", 390, 844);
    visitor.page().navigate("/nowhere/at/all");
    assertThat(visitor.find("h1")).hasText("There is nothing at this address.");
    assertThat(visitor.find("[lang=zh] h2")).isVisible();
    check(visitor, "missing", List.of("404"));
    visitor.find("a").first().click();
    assertThat(visitor.find("gw-resident h1")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void emptyAndFullConsole(String language) {
    District district = districts.manned(2, 4);
    Visitor visitor =
        browser.visitor(language, 1440, 900).signIn(district.operator().login(), "/console");
    assertThat(visitor.find("gw-connection .live")).isVisible();
    check(visitor, "console-empty-" + language, List.of());
    visitor.find("gw-facility-filter summary").click();
    visitor.find("[data-add-place]").click();
    assertThat(visitor.find("gw-facility-side form")).isVisible();
    check(visitor, "console-place-" + language, List.of());
    visitor.find("gw-facility-side .actions button").first().click();
    visitor.find("gw-facility-filter summary").click();
    report(district);
    assertThat(visitor.find("[data-figure=open]")).hasText("9");
    visitor.page().keyboard().press("j");
    assertThat(visitor.find("gw-case h2")).isVisible();
    visitor.page().keyboard().press("a");
    assertThat(visitor.find("gw-case #candidates")).isVisible();
    check(visitor, "console-full-" + language, List.of());
    visitor.page().setViewportSize(1920, 1080);
    visitor.page().keyboard().press("n");
    assertThat(visitor.find("gw-incident-form")).isVisible();
    check(visitor, "console-form-" + language, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void emptyAndFullField(String language) {
    District district = districts.manned(1, 4);
    Visitor visitor = browser.visitor(language, 390, 844);
    var place = district.ground().centre(0);
    visitor.standAt(place.lon(), place.lat());
    visitor.signIn(district.workers().get(0).user().login(), "/field");
    assertThat(visitor.find("gw-connection .live")).isVisible();
    assertThat(visitor.find("gw-duty [role=switch][aria-checked=true]")).isVisible();
    check(visitor, "field-empty-" + language, List.of());
    report(district);
    assertThat(visitor.find("gw-assignment").first()).isVisible();
    check(visitor, "field-full-" + language, List.of());
    visitor.find("nav button").last().click();
    check(visitor, "field-report-" + language, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void resident(String language) {
    Visitor visitor = browser.visitor(language, 390, 844);
    visitor.page().navigate("/");
    visitor.find("gw-category input").click();
    visitor.find("[role=option]").first().click();
    check(visitor, "resident-what-" + language, List.of());
    visitor.find("button.primary").click();
    visitor.find("#placeText").fill("Canal St 12");
    visitor.find("button.primary").click();
    visitor.find("button.primary").click();
    assertThat(visitor.find("[data-code]")).not().isEmpty();
    check(visitor, "resident-thanks-" + language, List.of());
    visitor.page().navigate("/?code=" + visitor.find("[data-code]").innerText());
    assertThat(visitor.find("gw-follow-report gw-mark")).isVisible();
    check(visitor, "resident-follow-" + language, List.of());
    visitor.find(".choice button").last().click();
    visitor.find("gw-facility-filter summary").click();
    assertThat(visitor.find("gw-facility-filter input[name=open]")).isVisible();
    check(visitor, "resident-services-" + language, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void groundOfTheAdministrator(String language) {
    var ground = districts.manned(1, 4).ground();
    String login = people.user(Role.ADMINISTRATOR, ground.top().path()).login();
    Visitor visitor = browser.visitor(language, 1440, 900).signIn(login, "/admin");
    visitor.find("[data-area='" + ground.communities().getFirst().code() + "']").click();
    visitor.find("[data-tool=merge]").click();
    visitor.find("[data-area='" + ground.cells().get(0).code() + "']").click();
    visitor.find("[data-area='" + ground.cells().get(1).code() + "']").click();
    visitor.find("[data-show]").click();
    assertThat(visitor.find("[data-make]")).isVisible();
    check(visitor, "admin-preview-" + language, List.of());
    visitor.find("#tab-export").click();
    check(visitor, "admin-export-" + language, List.of());
    visitor.find("#tab-faults").click();
    visitor.find("[data-check]").click();
    assertThat(visitor.find("[data-total]")).isVisible();
    visitor.page().setViewportSize(390, 844);
    check(visitor, "admin-phone-" + language, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void emptyAndFullWall(String language) {
    District district = districts.manned(2, 4);
    Visitor visitor =
        browser.visitor(language, 1920, 1080).signIn(district.operator().login(), "/wall");
    assertThat(visitor.find("[data-connection=live]")).isVisible();
    check(visitor, "wall-empty-" + language, List.of());
    report(district);
    assertThat(visitor.find("[data-figure=open]")).hasText("9");
    assertThat(visitor.find("gw-wall-ticker li")).hasCount(6);
    check(visitor, "wall-full-" + language, List.of());
    visitor.page().setViewportSize(3840, 1080);
    check(visitor, "wall-wide-" + language, List.of());
    visitor.page().mouse().move(900, 600);
    visitor.find("[data-scenes]").click();
    assertThat(visitor.find("#scene-name")).isVisible();
    check(visitor, "wall-scenes-" + language, List.of());
  }

  /** One report in each cell, and one whose place nobody knows. */
  private void report(District district) {
    TestClient operator =
        TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
    String category =
        operator.get("/api/categories").json().path("items").get(0).path("code").asString();
    for (int i = 0; i < district.ground().cells().size(); i++) {
      var at = district.ground().centre(i);
      send(operator, category, Map.of("lon", at.lon(), "lat", at.lat(), "text", "东新路 " + i));
    }
    send(operator, category, Map.of("cellCode", district.ground().cells().get(0).code()));
  }

  private static void send(TestClient operator, String category, Map<String, ?> place) {
    var answer =
        operator.post(
            "/api/incidents",
            Map.of("category", category, "place", place, "description", "Water in the cellar"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  /**
   * {@code expected}: what console messages may contain, such as the status of a refused request.
   */
  private static void check(Visitor visitor, String name, List<String> expected) {
    visitor.page().waitForTimeout(300);
    visitor.screenshot(name);
    assertThat(Axe.violations(visitor.page())).as("axe on %s", name).isEmpty();
    assertThat(visitor.faults())
        .filteredOn(fault -> expected.stream().noneMatch(fault::contains))
        .isEmpty();
    assertThat(transferred(visitor)).as("first load of %s", name).isLessThan(FIRST_LOAD_BYTES);
    assertThat(visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("no sideways scrolling on %s", name)
        .isEqualTo(0);
  }

  /** Bytes of code and styles over the wire, compressed as they came. */
  private static int transferred(Visitor visitor) {
    Object bytes =
        visitor
            .page()
            .evaluate(
                """
                performance.getEntriesByType('resource')
                  .filter(({name}) => /\\.(js|css|svg)$/.test(name))
                  .reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0)
                """);
    return ((Number) bytes).intValue();
  }
}
