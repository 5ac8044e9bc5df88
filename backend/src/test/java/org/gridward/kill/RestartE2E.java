package org.gridward.kill;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.Test;

/**
 * A wall and a console in front of a server that is killed: they say that they are not live, come
 * back by themselves when it does, miss nothing, and are never loaded anew.
 */
class RestartE2E {

  private static final String MARK = "window.loadedOnce === true";

  @Test
  void screensOutliveTheServer() throws Exception {
    try (ServerProcess server = new ServerProcess()) {
      String token = SmallCity.seed(server);
      server.start();
      try (TestBrowser browser = new TestBrowser(server.port())) {
        Visitor wall = browser.visitor("en", 1920, 1080);
        wall.page().navigate("/wall?token=" + token);
        Visitor console = browser.visitor("en", 1440, 900).signIn("operator", "/console");
        assertThat(wall.find("[data-connection=live]")).isVisible();
        assertThat(console.find("gw-connection .live")).isVisible();
        wall.page().evaluate("window.loadedOnce = true");
        console.page().evaluate("window.loadedOnce = true");
        TestClient operator = TestClient.signedIn(server.port(), "operator", SmallCity.PASSWORD);
        report(operator, "Before");
        assertThat(wall.find("gw-wall-ticker")).containsText("Before");
        assertThat(console.find("gw-queue")).containsText("Before");

        server.killServer();
        assertThat(wall.find("[data-connection=live]")).hasCount(0);
        assertThat(console.find("gw-connection")).containsText("Not live");
        assertThat(wall.find(".banner strong")).hasText("Not live");
        server.start();
        report(operator, "After");

        assertThat(wall.find("[data-connection=live]")).isVisible();
        assertThat(console.find("gw-connection .live").first()).isVisible();
        assertThat(wall.find("[data-figure=open]")).hasText("2");
        assertThat(wall.find("gw-wall-ticker")).containsText("After");
        assertThat(console.find("gw-queue")).containsText("Before");
        assertThat(console.find("gw-queue")).containsText("After");
        assertThat(wall.page().evaluate(MARK)).isEqualTo(true);
        assertThat(console.page().evaluate(MARK)).isEqualTo(true);
      }
    }
  }

  private static void report(TestClient operator, String place) {
    var answer =
        operator.post(
            "/api/incidents",
            Map.of(
                "category", "noise", "place", Map.of("lon", 10.005, "lat", 50.01, "text", place)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }
}
