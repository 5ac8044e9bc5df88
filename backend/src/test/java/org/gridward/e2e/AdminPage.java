package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestPeople;

/** The page of the ground, as a test opens it. */
final class AdminPage {

  private AdminPage() {}

  /** Signed in as the administrator of the district, its first community with four cells open. */
  static Visitor open(TestBrowser browser, TestPeople people, District district) {
    String login = people.user(Role.ADMINISTRATOR, district.top().path()).login();
    Visitor visitor = browser.visitor("en", 1440, 900).signIn(login, "/admin");
    visitor.find("[data-area='" + district.communities().getFirst().code() + "']").click();
    assertThat(visitor.find("[data-area='" + district.cells().getFirst().code() + "']"))
        .isVisible();
    visitor
        .page()
        .waitForFunction(
            "() => document.querySelector('gw-admin').renderRoot.querySelector('gw-map')"
                + ".cells?.features.length === 4");
    return visitor;
  }
}
