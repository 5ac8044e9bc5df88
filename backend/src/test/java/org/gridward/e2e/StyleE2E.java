package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.gridward.testing.Axe;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestDistrict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The style page in both themes and languages, its dialog and its toasts: nothing for axe to find.
 */
@PostgisTest
class StyleE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;

  @ParameterizedTest
  @CsvSource({"en,LIGHT", "en,DARK", "zh,LIGHT", "zh,DARK"})
  void hasNoFault(String language, ColorScheme theme) throws IOException {
    try (var browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor(language, 1280, 1000);
      visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      visitor.signIn(districts.manned(1, 1).operator().login(), "/style");
      assertThat(visitor.find("gw-style section").first()).isVisible();
      check(visitor, language + " " + theme);
      visitor.find("[data-toast]").click();
      visitor.find("[data-toast-bad]").click();
      assertThat(visitor.find("gw-toasts .toast")).hasCount(2);
      visitor.find("[data-dialog]").click();
      assertThat(visitor.find("gw-dialog #why")).isFocused();
      check(visitor, "dialog in " + language + " " + theme);
      visitor.page().keyboard().press("Escape");
      assertThat(visitor.find("gw-dialog #why")).isHidden();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  private static void check(Visitor visitor, String what) throws IOException {
    assertThat(Axe.violations(visitor.page())).as("axe on %s", what).isEmpty();
  }
}
