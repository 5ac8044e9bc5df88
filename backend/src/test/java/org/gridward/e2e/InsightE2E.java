package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.incident.Channel;
import org.gridward.incident.IncidentIntake;
import org.gridward.incident.NewReport;
import org.gridward.incident.Place;
import org.gridward.shared.Actor;
import org.gridward.testing.Axe;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader looks where it gathers, compares, drills down to a case, and passes the view on. */
@PostgisTest
class InsightE2E {

  private static final Instant FROM = Instant.parse("2026-07-20T00:00:00Z");

  /** Pixels of the surface that are more than half opaque. */
  private static final String PAINTED =
      """
      () => {
        const canvas = document.querySelector('gw-insight')?.shadowRoot.querySelector('gw-map')?.shadowRoot
          ?.querySelector('.leaflet-insight-pane canvas.gw-canvas');
        if (!canvas) return 0;
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
        copy.drawImage(canvas, 0, 0);
        const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
        let painted = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] > 128) painted++;
        return painted;
      }
      """;

  /** Lightness of every ramp's steps goes one way: that is what colour-blind eyes read. */
  private static final String RAMPS_ARE_EVEN =
      """
      async () => {
        const {heatRamp, areaColours} = await import('/app/lib/ramps.js');
        const linear = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        const rises = (values, sign) => values.every((v, i) => i === 0 || sign * (v - values[i - 1]) >= -0.002);
        return ['dark', 'light'].every((theme) => {
          const sign = theme === 'dark' ? 1 : -1;
          const ramp = heatRamp(theme);
          const heat = Array.from({length: 256}, (_, i) => light(ramp.subarray(4 * i, 4 * i + 3)));
          const areas = areaColours(theme, 5).map((css) => light(css.match(/\\d+/g).map(Number)));
          return rises(heat, sign) && rises(areas, sign);
        });
      }
      """;

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired IncidentIntake intake;

  private void report(TestGround.District district, int cell, Instant at, Random random) {
    double lon = district.west() + (cell + random.nextDouble()) * TestGround.STEP;
    double lat = district.south() + random.nextDouble() * TestGround.STEP;
    intake.accept(
        new NewReport(
            Channel.IMPORT,
            Actor.SYSTEM,
            random.nextInt(3) == 0 ? "other" : "noise",
            null,
            Place.point(lon, lat),
            "told",
            List.of(),
            null,
            at,
            null,
            null));
  }

  private TestGround.District district() {
    TestGround.District district = ground.district(2, 3);
    Random random = new Random(3);
    for (int i = 0; i < 90; i++) {
      int cell = i % 3 == 0 ? 4 : random.nextInt(6);
      report(district, cell, FROM.plus(Duration.ofHours(random.nextInt(13 * 24))), random);
    }
    return district;
  }

  @Test
  void aLeaderFindsWhereItGathersAndWhatIsBehind() throws IOException {
    TestGround.District district = district();
    String login = people.user(Role.LEADER, district.top().path()).login();
    try (var browser = new TestBrowser(port)) {
      Visitor leader = browser.visitor("en", 1440, 900).signIn(login, "/insight");
      Page page = leader.page();
      assertThat(leader.find("gw-map-legend .title")).hasText("Incidents per km²");
      awaitSurface(page);
      leader.screenshot("insight-heat");
      assertThat(Axe.violations(page)).isEmpty();
      leader.find("button[data-mode=change]").click();
      assertThat(leader.find("gw-map-legend .title")).containsText("period before");
      leader.screenshot("insight-change");
      leader.find("button[data-mode=areas]").click();
      assertThat(leader.find("gw-map-legend li")).hasCount(2);
      leader.screenshot("insight-areas");
      assertThat(Axe.violations(page)).isEmpty();
      Download table = page.waitForDownload(() -> leader.find("button[data-csv]").click());
      assertThat(Files.readString(table.path()))
          .contains(district.communities().get(1).code(), "on_time_share");
      drillToACase(leader, district);
      assertThat(leader.faults()).isEmpty();
      assertThat(page.evaluate(RAMPS_ARE_EVEN)).isEqualTo(true);
    }
  }

  private static void drillToACase(Visitor leader, TestGround.District district) {
    for (long id : new long[] {district.communities().get(1).id(), district.cells().get(4).id()}) {
      leader.find("button[data-area='" + id + "']").click();
    }
    assertThat(leader.find("nav [aria-current=page]")).containsText(district.cells().get(4).code());
    leader.find("gw-case-rows a").first().click();
    leader.page().waitForURL(Pattern.compile(".*/console\\?incident=.*"));
    assertThat(leader.find("gw-case h2").first()).isVisible();
  }

  @Test
  void theAddressIsTheViewAndTheKeyboardReachesTheTime() {
    TestGround.District district = district();
    String login = people.user(Role.LEADER, district.top().path()).login();
    try (var browser = new TestBrowser(port)) {
      Visitor leader = browser.visitor("zh", 390, 844).signIn(login, "/insight");
      Page page = leader.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      awaitSurface(page);
      leader.screenshot("insight-phone");
      String week = leader.find("gw-time-window output").textContent();
      leader.find("input[name=from]").press("ArrowRight");
      leader.find("input[name=from]").press("Tab");
      assertThat(leader.find("gw-time-window output")).not().hasText(week);
      leader.find("button[data-mode=areas]").click();
      leader.find("select[name=metric]").selectOption("onTime");
      page.waitForURL(Pattern.compile(".*metric=onTime.*"));
      String shown = leader.find("gw-time-window output").textContent();
      page.reload();
      assertThat(leader.find("gw-time-window output")).hasText(shown);
      assertThat(leader.find("select[name=metric]")).hasValue("onTime");
      int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
      assertThat(wide).isLessThanOrEqualTo(390);
      assertThat(Axe.violations(page)).isEmpty();
      assertThat(leader.faults()).isEmpty();
    }
  }

  @Test
  void aGridWorkerIsToldWhoseThePageIs() {
    TestGround.District district = ground.district(1, 1);
    String login = people.user(Role.GRID_WORKER, district.top().path()).login();
    try (var browser = new TestBrowser(port)) {
      Visitor worker = browser.visitor("en", 1440, 900).signIn(login, "/insight");
      assertThat(worker.find("main.whole")).containsText("for leaders");
    }
  }

  private static void awaitSurface(Page page) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions() // the page of signing in may still be going
        .untilAsserted(
            () -> assertThat(((Number) page.evaluate(PAINTED)).intValue()).isGreaterThan(500));
  }
}
