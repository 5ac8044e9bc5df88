package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.testing.Axe;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator divides ground with the mouse, sees it before it is made, and takes it back. */
@PostgisTest
class AdminE2E {

  private static final double STEP = TestGround.STEP;

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired CellLocator locator;

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
      Visitor visitor = AdminPage.open(browser, people, district);
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
  void plansASplitForADayToCome() throws IOException {
    District district = ground.district(1, 4);
    double lon = district.west() + 1.3 * STEP;
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.find("[data-tool=split]").click();
      visitor.clickMap(lon, district.south() + STEP / 2);
      drawUpThrough(visitor, district, lon);
      visitor.find("[data-show]").click();
      visitor.find("input[name=effectiveAt]").fill("2031-01-05T08:00");
      assertThat(visitor.find("[data-make]")).hasText("Plan for this day");
      visitor.find("[data-make]").click();
      assertThat(visitor.find(".notices [role=status]")).containsText("2031");
      assertThat(visitor.find("gw-area-tree .part")).hasCount(4);
      assertThat(visitor.find(".waiting")).hasText("1");
      visitor.find("#tab-edits").click();
      assertThat(visitor.find("[data-planned]")).containsText("2031");
      assertThat(visitor.find("[data-edit]")).hasCount(0);
      assertThat(Axe.violations(visitor.page())).isEmpty();
      visitor.find("[data-planned] [data-look]").click();
      assertThat(visitor.find(".changes li")).hasCount(2);
      visitor.find("[data-cancel-plan]").click();
      assertThat(visitor.find("[data-planned]")).hasCount(0);
      assertThat(visitor.find(".waiting")).hasCount(0);
      assertThat(visitor.find("gw-area-tree .part")).hasCount(4);
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void anOpenConsoleAndAnOpenWallShowTheNewBorders() {
    District district = ground.district(1, 4);
    double lon = district.west() + 1.3 * STEP;
    double lat = district.south() + STEP / 2;
    try (TestBrowser browser = new TestBrowser(port)) {
      String operator = people.user(Role.OPERATOR, district.top().path()).login();
      Visitor watching = browser.visitor("en", 1440, 900).signIn(operator, "/console");
      assertThat(watching.find("gw-connection .live")).isVisible();
      awaitCells(watching, "gw-console", 4);
      Visitor wall = browser.visitor("en", 1920, 1080).signIn(operator, "/wall");
      assertThat(wall.find("[data-connection=live]")).isVisible();
      awaitCells(wall, "gw-wall", 4);
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.find("[data-tool=split]").click();
      visitor.clickMap(lon, lat);
      drawUpThrough(visitor, district, lon);
      visitor.find("[data-show]").click();
      visitor.find("[data-make]").click();
      awaitCells(watching, "gw-console", 5);
      awaitCells(wall, "gw-wall", 5);
      assertThat(watching.faults()).isEmpty();
      assertThat(wall.faults()).isEmpty();
    }
  }

  private static void awaitCells(Visitor visitor, String page, int count) {
    visitor
        .page()
        .waitForFunction(
            """
            ([page, count]) => document.querySelector(page).renderRoot?.querySelector('gw-map')
              ?.cells?.features.length === count
            """,
            List.of(page, count));
  }

  @Test
  void doesNotShowWhatIsNoLongerWanted() {
    District district = ground.district(1, 4);
    List<Route> held = new ArrayList<>();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.page().route("**/divide", held::add);
      visitor.find("[data-tool=divide]").click();
      visitor.find("[data-show]").click();
      visitor.page().waitForCondition(() -> held.size() == 1);
      visitor.page().keyboard().press("Escape");
      visitor.find("[data-tool=split]").click();
      Response late = visitor.page().waitForResponse("**/divide", held.getFirst()::resume);
      assertThat(late.status()).isEqualTo(200);
      visitor.find("[data-area='" + district.cells().getFirst().code() + "']").click();
      assertThat(visitor.find("[data-middle]")).isVisible();
      assertThat(visitor.find(".changes li")).hasCount(0);
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void dragsACornerOfTheLine() {
    District district = ground.district(1, 4);
    double lon = district.west() + 0.5 * STEP;
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.find("[data-tool=split]").click();
      visitor.find("[data-area='" + district.cells().getFirst().code() + "']").click();
      visitor.clickMap(lon, district.south() - STEP / 4);
      visitor.clickMap(lon, district.south() + STEP / 2);
      visitor.dragMap(lon, district.south() + STEP / 2, lon, district.south() + 1.2 * STEP);
      visitor.find("[data-show]").click();
      assertThat(visitor.find(".changes li")).hasCount(2);
      // shown anew when a corner is dragged then
      double elsewhere = lon + STEP / 4;
      visitor.dragMap(lon, district.south() + 1.2 * STEP, elsewhere, district.south() + 1.2 * STEP);
      assertThat(visitor.find(".changes li")).hasCount(2);
      visitor.find("[data-make]").click();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(5);
      double lat = district.south() + 0.9 * STEP;
      assertThat(locator.locate(lon + 0.1 * STEP, lat).map(one -> one.id()))
          .isEqualTo(locator.locate(lon - 0.2 * STEP, lat).map(one -> one.id()));
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void saysWhyALineDoesNotCut() {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.find("[data-tool=split]").click();
      visitor.find("[data-area='" + district.cells().getFirst().code() + "']").click();
      drawUpThrough(visitor, district, district.west() + 2.5 * STEP);
      visitor.find("[data-show]").click();
      assertThat(visitor.find("[role=alert] .bad")).containsText("does not cut");
      assertThat(visitor.find("[data-make]")).hasCount(0);
    }
  }

  @Test
  void showsTheEditsOfTheAreaThatIsOpened() {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.find("#tab-edits").click();
      assertThat(visitor.find("gw-edit-list [role=status]")).containsText("No edits");
      visitor.find("gw-area-tree nav button").last().click();
      assertThat(visitor.find("[data-area='" + district.communities().getFirst().code() + "']"))
          .isVisible();
      assertThat(visitor.find("gw-edit-list [role=status]")).containsText("No edits");
    }
  }
}
