package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityLevel;
import org.gridward.gis.demo.WorkerRow;
import org.gridward.identity.Role;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pictures of docs/screens.md: every screen, empty and full, light and dark, in both languages.
 * Full ones are those of a running demonstration whose port {@code -Dgridward.screenshots} names;
 * empty ones are of the test's own server.
 */
@PostgisTest
@EnabledIfSystemProperty(named = "gridward.screenshots", matches = "\\d+")
class ScreenshotsE2E {

  private static final Path IMAGES = Path.of("../docs/images/screens");

  /** Where a picture is taken: its name and its size in CSS pixels. */
  private record Size(String name, int width, int height) {}

  private static final Size PHONE = new Size("phone", 390, 844);
  private static final Size DESK = new Size("desk", 1440, 900);
  private static final Size WALL = new Size("wall", 1920, 1080);

  private static final int DEMO = Integer.getInteger("gridward.screenshots", 0);

  /** The demonstration's. */
  private static final City CITY = City.of(7, 160);

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void picturesOfAFullCity(String language) {
    try (var browser = new TestBrowser(DEMO)) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        guest(browser, language, theme, "/signin", "signin");
        guest(browser, language, theme, "/", "resident");
        phone(browser, language, theme);
        demo(browser, language, theme, DESK, "leader", "/insight");
        demo(browser, language, theme, DESK, "admin", "/admin");
      }
      demo(browser, language, ColorScheme.DARK, WALL, "operator", "/wall");
      demo(browser, language, ColorScheme.LIGHT, DESK, "operator", "/shift");
      demo(browser, language, ColorScheme.DARK, PHONE, "operator", "/console");
      Visitor console = demo(browser, language, ColorScheme.DARK, DESK, "operator", "/console");
      assertThat(console.find("gw-queue [role=option]").first()).isVisible();
      console.page().keyboard().press("j");
      assertThat(console.find("gw-case h2")).isVisible();
      take(console, "console-case-" + language);
      console.page().keyboard().press("Control+k");
      take(console, "console-palette-" + language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void picturesOfAQuietDistrict(String language) {
    try (var browser = new TestBrowser(port)) {
      District quiet = districts.manned(2, 6);
      String operator = quiet.operator().login();
      String worker = quiet.workers().getFirst().user().login();
      String administrator = people.user(Role.ADMINISTRATOR, quiet.ground().top().path()).login();
      quiet(browser, language, WALL, ColorScheme.DARK, operator, "/wall");
      quiet(browser, language, DESK, ColorScheme.DARK, operator, "/console");
      quiet(browser, language, PHONE, ColorScheme.LIGHT, worker, "/field");
      quiet(browser, language, DESK, ColorScheme.LIGHT, operator, "/insight");
      quiet(browser, language, DESK, ColorScheme.LIGHT, administrator, "/admin");
      quiet(browser, language, DESK, ColorScheme.LIGHT, operator, "/style");
    }
  }

  private static void guest(
      TestBrowser browser, String language, ColorScheme theme, String path, String name) {
    Visitor visitor = visitor(browser, language, PHONE, theme);
    visitor.page().navigate(path);
    take(visitor, name(name, PHONE, theme, language));
  }

  private static Visitor demo(
      TestBrowser browser,
      String language,
      ColorScheme theme,
      Size size,
      String login,
      String path) {
    Visitor visitor = visitor(browser, language, size, theme);
    visitor.signIn(login, "demo-" + login, path);
    take(visitor, name(path.substring(1), size, theme, language));
    return visitor;
  }

  /** On duty, and asked to go somewhere. */
  private static void phone(TestBrowser browser, String language, ColorScheme theme) {
    WorkerRow worker = CITY.workers().getFirst();
    Point place = somewhereIn(worker.cells().getFirst());
    Visitor visitor = visitor(browser, language, PHONE, theme);
    visitor.standAt(place.getX(), place.getY());
    visitor.signIn(worker.login(), "demo-" + worker.login(), "/field");
    Locator duty = visitor.find("gw-duty [role=switch]");
    assertThat(duty).isVisible();
    if ("false".equals(duty.getAttribute("aria-checked"))) {
      duty.click();
    }
    assertThat(visitor.find("gw-duty [role=switch][aria-checked=true]")).isVisible();
    if (visitor.find("gw-assignment").count() == 0) {
      TestClient operator = TestClient.signedIn(DEMO, "operator", "demo-operator");
      operator.post("/api/incidents", report(place));
    }
    assertThat(visitor.find("gw-assignment").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    take(visitor, name("field", PHONE, theme, language));
  }

  private static Point somewhereIn(String cell) {
    return CITY.level(CityLevel.CELL).stream()
        .filter(area -> area.code().equals(cell))
        .findFirst()
        .orElseThrow()
        .boundary()
        .getInteriorPoint();
  }

  private static Map<String, Object> report(Point place) {
    return Map.of(
        "category",
        "street-light",
        "severity",
        "HIGH",
        "place",
        Map.of("lon", place.getX(), "lat", place.getY()),
        "description",
        "人行道边路灯不亮。 The lamp beside the footpath is out.");
  }

  private static void quiet(
      TestBrowser browser,
      String language,
      Size size,
      ColorScheme theme,
      String login,
      String path) {
    Visitor visitor = visitor(browser, language, size, theme);
    visitor.signIn(login, path);
    take(visitor, name(path.substring(1) + "-empty", size, theme, language));
  }

  private static String name(String screen, Size size, ColorScheme theme, String language) {
    return "%s-%s-%s-%s"
        .formatted(screen, size.name, theme == ColorScheme.DARK ? "dark" : "light", language);
  }

  private static Visitor visitor(
      TestBrowser browser, String language, Size size, ColorScheme theme) {
    Visitor visitor = browser.visitor(language, size.width, size.height);
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    return visitor;
  }

  private static void take(Visitor visitor, String name) {
    assertThat(visitor.find("gw-language, gw-wall-clock, gw-connection").first()).isVisible();
    visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
    visitor.page().waitForTimeout(3500); // the map is painted, the toasts have gone in
    visitor
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(IMAGES.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(74));
    assertThat(visitor.faults()).as(name).isEmpty();
  }
}
