package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.gridward.testing.Axe;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What opens over the console, and the page of the shift: nothing for axe to find while they are
 * open.
 */
@PostgisTest
class DialogsE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void haveNoFault(String language) throws IOException {
    var district = districts.manned(1, 2);
    String login = district.operator().login();
    var at = district.ground().centre(0);
    var report =
        TestClient.signedIn(port, login, TestPeople.PASSWORD)
            .post(
                "/api/incidents",
                Map.of("category", "noise", "place", Map.of("lon", at.lon(), "lat", at.lat())));
    assertThat(report.status()).isEqualTo(201);
    try (var browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor(language, 1440, 900).signIn(login, "/console");
      assertThat(visitor.find("gw-connection .live")).isVisible();
      visitor.find("gw-queue [role=option]").click();
      assertThat(visitor.find("gw-case h2")).isVisible();
      visitor.page().keyboard().press("?");
      assertThat(visitor.find("gw-keys dd").last()).isInViewport();
      visitor.page().keyboard().press("Escape");
      assertThat(visitor.find("gw-keys dd").last()).isHidden();
      opens(visitor, "?", "gw-keys gw-dialog .groups");
      opens(visitor, "Control+k", "[role=combobox][aria-controls=found]");
      visitor.find("gw-keeping [data-keeping=hand-over]").click();
      hasNoFault(visitor, "gw-hand-over form");
      visitor.page().keyboard().press("Escape");
      visitor.page().navigate("/shift");
      hasNoFault(visitor, "gw-shift [data-figure=came]");
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void heedTheNextKeyAsSoonAsTheyAreClosed() {
    var district = districts.manned(1, 1);
    try (var browser = new TestBrowser(port)) {
      Visitor visitor =
          browser.visitor("en", 1440, 900).signIn(district.operator().login(), "/console");
      assertThat(visitor.find("gw-connection .live")).isVisible();
      visitor.page().keyboard().press("?");
      assertThat(visitor.find("gw-keys dd").last()).isInViewport();
      visitor
          .find("gw-keys dialog")
          .evaluate(
              """
              dialog => {
                dialog.close();
                document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
              }\
              """);
      assertThat(visitor.find("gw-palette input")).isVisible();
      visitor
          .find("gw-palette dialog")
          .evaluate(
              """
              dialog => {
                dialog.close();
                document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
              }\
              """);
      visitor.find("gw-palette input").fill("queue");
      assertThat(visitor.find("gw-palette [role=option]").first()).isVisible();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  private static void opens(Visitor visitor, String key, String shown) throws IOException {
    visitor.page().keyboard().press(key);
    hasNoFault(visitor, shown);
    visitor.page().keyboard().press("Escape");
    assertThat(visitor.find(shown)).isHidden();
  }

  private static void hasNoFault(Visitor visitor, String shown) throws IOException {
    assertThat(visitor.find(shown)).isVisible();
    assertThat(Axe.violations(visitor.page())).as("axe with %s", shown).isEmpty();
  }
}
