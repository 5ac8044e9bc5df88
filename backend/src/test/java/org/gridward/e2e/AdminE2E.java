package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator divides ground with the mouse, sees it before it is made, and takes it back. */
@PostgisTest
class AdminE2E {

  private static final double STEP = TestGround.STEP;

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired CellLocator locator;
  @Autowired JdbcClient jdbc;

  private Visitor open(TestBrowser browser, District district) {
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

  private static void drawUpThrough(Visitor visitor, District district, double lon) {
    visitor.clickMap(lon, district.south() - STEP / 4);
    visitor.clickMap(lon, district.south() + STEP + STEP / 4);
  }

  @Test
  void splitsACellAndTakesItBack() {
    District district = ground.district(1, 4);
    var cell = district.cells().get(1);
    double lon = district.west() + 1.3 * STEP;
    double lat = district.south() + STEP / 2;
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("[data-tool=split]").click();
      visitor.clickMap(lon, lat);
      assertThat(visitor.find("[data-area='" + cell.code() + "'][aria-pressed=true]")).isVisible();
      drawUpThrough(visitor, district, lon);
      visitor.find("[data-show]").click();
      assertThat(visitor.find(".changes li").first()).containsText(cell.code());
      assertThat(locator.locate(lon - STEP / 100, lat).map(one -> one.id())).hasValue(cell.id());
      visitor.find("[data-make]").click();
      assertThat(visitor.find("[data-undo]")).isVisible();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(5);
      assertThat(locator.locate(lon - STEP / 100, lat).map(one -> one.id()))
          .isPresent()
          .get()
          .isNotEqualTo(cell.id());
      visitor.find("#tab-edits").click();
      assertThat(visitor.find("[data-edit]")).hasCount(1);
      visitor.find("[data-edit] button").click();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(4);
      assertThat(visitor.find("[data-edit]")).hasCount(2);
      assertThat(locator.locate(lon - STEP / 100, lat).map(one -> one.id())).hasValue(cell.id());
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void findsAGapAndMendsIt() {
    District district = ground.district(1, 4);
    var cell = district.cells().get(1);
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326))
            where area_id = ?
            """)
        .params(district.west() + 1.5 * STEP, district.south())
        .params(district.west() + 2 * STEP, district.south() + STEP, cell.id())
        .update();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("#tab-faults").click();
      visitor.find("[data-check]").click();
      assertThat(visitor.find("[data-total='1']")).isVisible();
      visitor.find(".fault").click();
      visitor.find("[data-repair]").click();
      assertThat(visitor.find(".changes li")).hasCount(1);
      visitor.find("[data-make]").click();
      assertThat(visitor.find("[data-total='0']")).isVisible();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void saysWhyALineDoesNotCut() {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("[data-tool=split]").click();
      visitor.find("[data-area='" + district.cells().getFirst().code() + "']").click();
      drawUpThrough(visitor, district, district.west() + 2.5 * STEP);
      visitor.find("[data-show]").click();
      assertThat(visitor.find("[role=alert] .bad")).containsText("does not cut");
      assertThat(visitor.find("[data-make]")).hasCount(0);
    }
  }
}
