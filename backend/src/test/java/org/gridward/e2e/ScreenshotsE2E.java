package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pictures of docs/screens.md: every screen, empty and full, light and dark, in both languages.
 * Only with {@code -Dgridward.screenshots=true}.
 */
@PostgisTest
@EnabledIfSystemProperty(named = "gridward.screenshots", matches = "true")
class ScreenshotsE2E {

  private static final Path IMAGES = Path.of("../docs/images/screens");
  private static final String[] SEVERITIES = {"LOW", "NORMAL", "HIGH", "CRITICAL"};

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void picturesOfEveryScreen(String language) {
    try (var browser = new TestBrowser(port)) {
      District empty = districts.manned(2, 6);
      District full = districts.manned(3, 9);
      report(full);
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        String look = language + "-" + theme.name().toLowerCase(Locale.ROOT);
        Visitor guest = visitor(browser, language, 390, 844, theme);
        guest.page().navigate("/signin");
        take(guest, "signin-phone-" + look);
        guest.page().navigate("/");
        take(guest, "resident-phone-" + look);
        show(
            browser,
            full.workers().get(0).user().login(),
            "/field",
            "field-phone-full-" + look,
            390,
            844,
            theme);
        show(
            browser,
            empty.workers().get(0).user().login(),
            "/field",
            "field-phone-empty-" + look,
            390,
            844,
            theme);
        show(
            browser, full.operator().login(), "/insight", "insight-full-" + look, 1440, 900, theme);
        show(
            browser,
            empty.operator().login(),
            "/insight",
            "insight-empty-" + look,
            1440,
            900,
            theme);
        show(browser, full.operator().login(), "/style", "style-" + look, 1280, 1600, theme);
        String administrator = people.user(Role.ADMINISTRATOR, full.ground().top().path()).login();
        show(browser, administrator, "/admin", "admin-" + look, 1440, 900, theme);
      }
      rooms(browser, language, empty, full);
    }
  }

  /** Console and wall are always dark. */
  private void rooms(TestBrowser browser, String language, District empty, District full) {
    show(
        browser,
        empty.operator().login(),
        "/wall",
        "wall-empty-" + language,
        1920,
        1080,
        ColorScheme.DARK);
    show(
        browser,
        full.operator().login(),
        "/wall",
        "wall-full-" + language,
        1920,
        1080,
        ColorScheme.DARK);
    show(
        browser,
        empty.operator().login(),
        "/console",
        "console-empty-" + language,
        1440,
        900,
        ColorScheme.DARK);
    show(
        browser,
        full.operator().login(),
        "/console",
        "console-phone-" + language,
        390,
        844,
        ColorScheme.DARK);
    Visitor operator =
        show(
            browser,
            full.operator().login(),
            "/console",
            "console-full-" + language,
            1440,
            900,
            ColorScheme.DARK);
    assertThat(operator.find("gw-queue [role=option]").first()).isVisible();
    operator.page().keyboard().press("j");
    assertThat(operator.find("gw-case h2")).isVisible();
    operator.page().keyboard().press("x");
    operator.page().keyboard().press("Shift+J");
    take(operator, "console-case-" + language);
    operator.page().keyboard().press("Control+k");
    take(operator, "console-palette-" + language);
  }

  private Visitor show(
      TestBrowser browser,
      String login,
      String path,
      String name,
      int width,
      int height,
      ColorScheme theme) {
    String language = name.contains("-zh") ? "zh" : "en";
    Visitor visitor = visitor(browser, language, width, height, theme);
    visitor.signIn(login, path);
    assertThat(visitor.find("gw-language, gw-wall-clock, gw-connection").first()).isVisible();
    take(visitor, name);
    return visitor;
  }

  private static Visitor visitor(
      TestBrowser browser, String language, int width, int height, ColorScheme theme) {
    Visitor visitor = browser.visitor(language, width, height);
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    return visitor;
  }

  private static void take(Visitor visitor, String name) {
    visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
    visitor.page().waitForTimeout(2500); // the map is painted, the toasts have gone in
    visitor
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(IMAGES.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(72));
    assertThat(visitor.faults()).as(name).isEmpty();
  }

  /** Three in each cell, of every severity. */
  private void report(District district) {
    TestClient operator =
        TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
    var categories = operator.get("/api/categories").json().path("items");
    for (int i = 0; i < 3 * district.ground().cells().size(); i++) {
      var at = district.ground().centre(i % district.ground().cells().size());
      double aside = 0.0012 * (i / district.ground().cells().size() - 1);
      operator.post(
          "/api/incidents",
          Map.of(
              "category",
              categories.get(i % categories.size()).path("code").asString(),
              "severity",
              SEVERITIES[i % 7 % SEVERITIES.length],
              "place",
              Map.of(
                  "lon", at.lon() + aside, "lat", at.lat() + aside / 2, "text", "东新路 " + (i + 1)),
              "description",
              "Water in the cellar"));
    }
  }
}
