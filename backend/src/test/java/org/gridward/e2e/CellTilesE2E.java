package org.gridward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console of a city that says that it has more cells than are sent whole. */
@PostgisTest
class CellTilesE2E {

  private static final Pattern LAYER = Pattern.compile("/api/tiles/cells(\\?.*)?$");

  /** Pixels of the cells' tiles whose blue is far above their red, as the tint of load makes it. */
  private static final String TINTED =
      """
      () => {
        const map = document.querySelector('gw-console')?.shadowRoot?.querySelector('gw-map')?.shadowRoot;
        if (!map?.querySelector('.leaflet-tile-pane canvas')) return -1;
        let tinted = 0;
        for (const canvas of map.querySelectorAll('.leaflet-tile-pane canvas')) {
          if (!canvas.width) continue;
          const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 0 && data[i + 2] - data[i] > 40) tinted++;
        }
        return tinted;
      }
      """;

  @LocalServerPort int port;
  @Autowired TestDistrict districts;

  @Test
  void drawsTheCellsFromTilesAndTintsThemByTheirLoad() {
    District district = districts.manned(1, 4);
    TestClient client = TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD);
    try (var browser = new TestBrowser(port)) {
      Visitor operator = browser.visitor("en", 1440, 900);
      List<String> asked = new CopyOnWriteArrayList<>();
      Page page = operator.page();
      page.onRequest((Request request) -> asked.add(request.url()));
      page.route(LAYER, CellTilesE2E::sayThatThereAreMany);
      operator.signIn(district.operator().login(), "/console");
      page.waitForFunction("() => (" + TINTED + ")() === 0");
      assertThat(asked).noneMatch(url -> url.contains("cells.geojson"));
      for (int i = 0; i < 6; i++) {
        report(client, district);
      }
      page.waitForFunction("() => (" + TINTED + ")() > 1000");
      operator.screenshot("console-cell-tiles");
      assertThat(asked).anyMatch(url -> url.contains("/api/tiles/cells/") && url.contains(".mvt"));
      assertThat(operator.faults()).isEmpty();
    }
  }

  private static void sayThatThereAreMany(Route route) {
    APIResponse told = route.fetch();
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(told)
            .setBody(told.text().replaceAll("\"count\":\\d+", "\"count\":5000")));
  }

  private static void report(TestClient client, District district) {
    String category =
        client.get("/api/categories").json().path("items").get(0).path("code").asString();
    var at = district.ground().centre(0);
    assertThat(
            client
                .post(
                    "/api/incidents",
                    Map.of("category", category, "place", Map.of("lon", at.lon(), "lat", at.lat())))
                .status())
        .isEqualTo(201);
  }
}
