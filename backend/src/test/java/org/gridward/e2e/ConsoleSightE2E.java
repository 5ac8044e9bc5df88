package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is looked at on the console is there soon, and nothing lies over it. */
@PostgisTest
class ConsoleSightE2E {

  private static final String FIND =
      """
      const root = document.querySelector('gw-console').renderRoot;
      const map = root.querySelector('gw-map');
      const numberOf = (n) => Number(root.querySelector('gw-queue').renderRoot.querySelectorAll('[role=option]')[n].dataset.number);
      """;

  private static final String SELECTED =
      "(n) => {" + FIND + "return map.selected && map.selected.number === numberOf(n); }";

  /** Puts the map so that a case stands below the middle of an element. */
  private static final String STAND_UNDER =
      "(_, [n, over]) => {"
          + FIND
          + """
            const { lon, lat } = map.incidents.find(({ number }) => number === numberOf(n));
            map.standAt({ lon, lat, zoom: 17 });
            const box = map.getBoundingClientRect();
            const under = root.querySelector(over).getBoundingClientRect();
            const perPixel = 0.001 / (map.pixelOf(lon + 0.001, lat).x - map.pixelOf(lon, lat).x);
            const perPixelUp = 0.001 / (map.pixelOf(lon, lat).y - map.pixelOf(lon, lat + 0.001).y);
            map.standAt({
              lon: lon - (under.x + under.width / 2 - box.x - box.width / 2) * perPixel,
              lat: lat + (under.y + under.height / 2 - box.y - box.height / 2) * perPixelUp, zoom: 17 });
          }
          """;

  private static final String SELECTED_STANDS_FREE =
      "(n) => {"
          + FIND
          + """
            if (map.selected?.number !== numberOf(n)) return false;
            const box = map.getBoundingClientRect();
            const { x, y } = map.pixelOf(map.selected.lon, map.selected.lat);
            const inside = x > 0 && y > 0 && x < box.width && y < box.height;
            const covers = ['gw-map-tools', 'gw-facility-filter', '.legend', '.side'].some((name) => {
              const { left, right, top, bottom } = root.querySelector(name).getBoundingClientRect();
              return box.x + x > left - 12 && box.x + x < right + 12 && box.y + y > top - 12 && box.y + y < bottom + 12;
            });
            return inside && !covers;
          }
          """;

  private static final String DARK = "rgb(10, 17, 24)";
  private static final String LIGHT = "rgb(242, 245, 248)";

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

  /** Under the case itself, the tools, the legend: on a small screen nobody would see it there. */
  @Test
  void movesTheCaseFromUnderWhatLiesOverTheMap() {
    report(0);
    report(1);
    Visitor operator = atConsole(1000, 720);
    var options = operator.find("gw-queue [role=option]");
    assertThat(options).hasCount(2);
    options.nth(0).click();
    operator.page().waitForFunction(SELECTED, 0);
    int next = 1;
    for (String over : List.of(".side", "gw-map-tools", "gw-facility-filter", ".legend")) {
      operator.find("gw-map").evaluate(STAND_UNDER, List.of(next, over));
      options.nth(next).click();
      operator.page().waitForFunction(SELECTED_STANDS_FREE, next);
      next = 1 - next;
    }
  }

  /** The areas below the tops may take their time. */
  @Test
  void showsWhatIsOpenBeforeAllAreasAreKnown() {
    report(0);
    Visitor operator = atConsole(1440, 900);
    assertThat(operator.find("gw-queue [role=option]")).hasCount(1);
    List<Route> held = new CopyOnWriteArrayList<>();
    operator.page().route("**/api/areas*", held::add);
    operator.page().reload();
    assertThat(operator.find("gw-queue [role=option]")).hasCount(1);
    assertThat(held).isNotEmpty();
    operator.page().unroute("**/api/areas*");
    held.forEach(Route::resume);
    assertThat(operator.find("gw-console-header option:checked").first()).not().isEmpty();
  }

  /** Dark unless somebody chose otherwise here; the map takes part, the wall stays as it is. */
  @Test
  void aLightConsoleStaysLightOnThisDeviceAndTheWallStaysDark() throws IOException {
    report(0);
    Visitor operator = atConsole(1440, 900);
    assertThat(operator.find("gw-queue [role=option]")).hasCount(1);
    assertThat(ground(operator)).isEqualTo(DARK);
    operator.page().keyboard().press("Shift+T");
    assertThat(ground(operator)).isEqualTo(LIGHT);
    operator.page().reload();
    operator.find("gw-queue [role=option]").click();
    assertThat(operator.find("gw-case")).isVisible();
    assertThat(ground(operator)).isEqualTo(LIGHT);
    assertThat(operator.find("gw-map").evaluate("map => getComputedStyle(map).backgroundColor"))
        .isEqualTo(LIGHT);
    assertThat(Axe.violations(operator.page())).isEmpty();
    operator.page().navigate("/wall");
    assertThat(operator.find("gw-wall-clock [data-connection=live]")).isVisible();
    assertThat(ground(operator)).isEqualTo(DARK);
    operator.page().navigate("/console");
    operator.find("gw-theme button").click();
    assertThat(ground(operator)).isEqualTo(DARK);
    assertThat(operator.faults()).isEmpty();
  }

  private static Object ground(Visitor visitor) {
    return visitor.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }

  private Visitor atConsole(int width, int height) {
    Visitor operator =
        browser.visitor("en", width, height).signIn(district.operator().login(), "/console");
    assertThat(operator.find("gw-connection .live")).isVisible();
    return operator;
  }

  private void report(int cell) {
    String category =
        client.get("/api/categories").json().path("items").get(0).path("code").asString();
    var at = district.ground().centre(cell);
    var answer =
        client.post(
            "/api/incidents",
            Map.of("category", category, "place", Map.of("lon", at.lon(), "lat", at.lat())));
    assertThat(answer.status()).isEqualTo(201);
  }
}
