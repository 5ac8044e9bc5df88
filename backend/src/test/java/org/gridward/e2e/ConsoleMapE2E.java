package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a hand does on the console's map, the address of a view, and the calls of the console. */
@PostgisTest
class ConsoleMapE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired JdbcClient jdbc;

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

  @Test
  void marksWhatALineGoesAround() {
    for (int i = 0; i < 4; i++) {
      report(i, "NORMAL");
    }
    Visitor operator = atConsole("/console");
    assertThat(operator.find("gw-queue [role=option]")).hasCount(4);
    operator.page().waitForURL("**at=**");
    var first = district.ground().centre(0);
    var second = district.ground().centre(1);
    operator
        .find("gw-map")
        .evaluate(
            "(map, [lon, lat]) => map.standAt({lon, lat, zoom: 17})",
            List.of(first.lon(), first.lat()));
    operator.page().waitForURL("**%2C17**");
    operator.page().keyboard().press("q");
    assertThat(operator.find("section.map .hint")).isVisible();
    double width = Math.abs(second.lon() - first.lon()) / 2;
    drag(operator, first.lon(), first.lat(), width);
    assertThat(operator.find("[data-marked]")).hasText("1 marked");
    assertThat(operator.find("gw-incident-form")).hasCount(0);
    assertThat(operator.find("[data-tool=lasso]")).hasAttribute("aria-pressed", "false");
  }

  /** Layers are painted in turns after a move; in the end each lies around the middle, unscaled. */
  @Test
  void everyLayerStandsWhereTheMapStands() {
    Visitor operator = atConsole("/console");
    operator.page().waitForURL("**at=**");
    var middle = district.ground().centre(0);
    var mouse = operator.page().mouse();
    awaitLayers(operator);
    mouse.move(800, 450);
    mouse.wheel(0, -300);
    awaitLayers(operator);
    mouse.down();
    mouse.move(700, 420);
    mouse.move(640, 400);
    mouse.up();
    awaitLayers(operator);
    operator
        .find("gw-map")
        .evaluate(
            "(map, [lon, lat]) => { map.standAt({lon, lat, zoom: 11}); map.standAt({lon, lat, zoom:"
                + " 17.5}); }",
            List.of(middle.lon(), middle.lat()));
    awaitLayers(operator);
    operator.page().setViewportSize(1100, 700);
    awaitLayers(operator);
  }

  private static void awaitLayers(Visitor operator) {
    operator
        .page()
        .waitForFunction(
            """
            () => {
              const frame = document.querySelector('gw-console').renderRoot.querySelector('gw-map').renderRoot.querySelector('#map');
              if (frame.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim')) return false;
              const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
              const [x, y] = middle(frame.getBoundingClientRect());
              const layers = [...frame.querySelectorAll('canvas.gw-canvas')];
              return layers.length >= 5 && layers.every((canvas) => {
                const box = canvas.getBoundingClientRect();
                const [mx, my] = middle(box);
                return Math.hypot(mx - x, my - y) < 2.5 && Math.abs(box.width - parseFloat(canvas.style.width)) < 0.01
                  && box.width >= frame.clientWidth && canvas.width === Math.round(parseFloat(canvas.style.width));
              });
            }
            """);
  }

  @Test
  void opensTheSameViewByItsAddress() {
    report(0, "HIGH");
    Visitor operator = atConsole("/console");
    operator.find("gw-queue [role=option]").click();
    operator.page().keyboard().press("2");
    operator.find("gw-map").evaluate("map => map.standAt({lon: 1.25, lat: 1.5, zoom: 14})");
    operator.page().waitForURL("**at=1.25000%2C1.50000%2C14**");
    operator.page().waitForURL("**show=late**");
    String address = operator.page().url();
    assertThat(address).contains("incident=");
    Visitor colleague = atConsole(address.substring(address.indexOf("/console")));
    assertThat(colleague.find("[data-kind=late]")).hasAttribute("aria-pressed", "true");
    assertThat(colleague.find("gw-case h2")).isVisible();
    colleague.page().waitForURL("**at=1.25000%2C1.50000%2C14**");
    assertThat(colleague.faults()).isEmpty();
  }

  @Test
  void callsForWhatIsCriticalOnlyWhenItWasAskedTo() {
    Visitor operator = atConsole("/console");
    assertThat(operator.find("[data-alerts=off]")).isVisible();
    operator
        .page()
        .evaluate(
            """
            () => {
              window.sounded = [];
              document.querySelector('gw-console').renderRoot.querySelector('gw-console-header').alerts
                .addEventListener('sounded', ({ detail }) => window.sounded.push(detail));
            }
            """);
    report(0, "CRITICAL");
    assertThat(operator.find("[data-figure=open]")).hasText("1");
    assertThat(operator.page().evaluate("window.sounded.length")).isEqualTo(0);
    operator.page().keyboard().press("b");
    operator.find("gw-alerts [name=sound]").check();
    assertThat(operator.find("[data-alerts=on]")).isVisible();
    operator.page().waitForFunction("() => window.sounded.length === 1");
    operator.page().waitForTimeout(4200);
    report(1, "CRITICAL");
    operator.page().waitForFunction("() => window.sounded.length === 2");
    operator.page().reload();
    assertThat(operator.find("[data-alerts=on]")).isVisible();
  }

  /** PostGIS knows what is long and wide. */
  @Test
  void measuresAsPostgisDoes() {
    Visitor visitor = browser.visitor("en", 800, 600);
    visitor.page().navigate("/signin");
    for (double[] at :
        List.of(
            new double[] {-73.98, 40.75},
            new double[] {121.47, 31.23},
            new double[] {25.7, 66.5})) {
      double lon = at[0];
      double lat = at[1];
      List<List<Double>> line =
          List.of(
              List.of(lon, lat),
              List.of(lon + 0.013, lat + 0.002),
              List.of(lon + 0.009, lat - 0.011));
      Map<?, ?> found =
          (Map<?, ?>)
              visitor
                  .page()
                  .evaluate(
                      """
                      async (line) => {
                        const { lengthOfLine, areaOf } = await import('/app/lib/measure.js');
                        return { length: lengthOfLine(line), area: areaOf(line) };
                      }
                      """,
                      line);
      String points = points(line);
      double length = postgis("ST_Length(('LINESTRING(" + points + ")')::geography)");
      double area =
          postgis(
              "ST_Area(('POLYGON(("
                  + points
                  + ","
                  + points(line.subList(0, 1))
                  + "))')::geography)");
      assertThat(((Number) found.get("length")).doubleValue()).isCloseTo(length, within(0.01));
      assertThat(((Number) found.get("area")).doubleValue()).isCloseTo(area, within(area / 1000));
    }
  }

  private double postgis(String expression) {
    return jdbc.sql("SELECT " + expression).query(Double.class).single();
  }

  private static String points(List<List<Double>> line) {
    return String.join(",", line.stream().map(point -> point.get(0) + " " + point.get(1)).toList());
  }

  /** A square around a place, drawn by hand. */
  private static void drag(Visitor operator, double lon, double lat, double half) {
    Object box =
        operator
            .find("gw-map")
            .evaluate(
                """
                (map, [lon, lat, half]) => {
                  const { x: left, y: top } = map.getBoundingClientRect();
                  return [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([dx, dy]) => {
                    const { x, y } = map.pixelOf(lon + dx * half, lat + dy * half);
                    return [left + x, top + y];
                  });
                }
                """,
                List.of(lon, lat, half));
    var mouse = operator.page().mouse();
    boolean down = false;
    for (Object corner : (List<?>) box) {
      List<?> xy = (List<?>) corner;
      mouse.move(((Number) xy.get(0)).doubleValue(), ((Number) xy.get(1)).doubleValue());
      if (!down) {
        mouse.down();
        down = true;
      }
    }
    mouse.up();
  }

  private Visitor atConsole(String path) {
    Visitor operator =
        browser.visitor("en", 1440, 900).signIn(district.operator().login(), "/console");
    assertThat(operator.find("gw-connection .live")).isVisible();
    if (!path.equals("/console")) {
      operator.page().navigate(path);
      assertThat(operator.find("gw-connection .live")).isVisible();
    }
    return operator;
  }

  private void report(int cell, String severity) {
    String category =
        client.get("/api/categories").json().path("items").get(0).path("code").asString();
    var at = district.ground().centre(cell);
    var answer =
        client.post(
            "/api/incidents",
            Map.of(
                "category", category,
                "severity", severity,
                "place", Map.of("lon", at.lon(), "lat", at.lat())));
    assertThat(answer.status()).isEqualTo(201);
  }
}
