package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator moves the border of two cells and makes one of two, since a time of choice. */
@PostgisTest
class BordersE2E {

  private static final double STEP = TestGround.STEP;

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired CellLocator locator;

  /** The second and the third of four cells in a row are chosen. */
  private Visitor open(TestBrowser browser, District district, String tool) {
    Visitor visitor = AdminPage.open(browser, people, district);
    visitor.find("[data-tool=" + tool + "]").click();
    visitor.find("[data-area='" + district.cells().get(1).code() + "']").click();
    visitor.find("[data-area='" + district.cells().get(2).code() + "']").click();
    return visitor;
  }

  private long cellAt(District district, double steps) {
    double lat = district.south() + STEP / 2;
    return locator.locate(district.west() + steps * STEP, lat).orElseThrow().id();
  }

  @Test
  void movesTheBorderOfTwoNeighbours() {
    District district = ground.district(1, 4);
    double lon = district.west() + 1.6 * STEP;
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district, "reshape");
      visitor.clickMap(lon, district.south() - STEP / 4);
      visitor.clickMap(lon, district.south() + STEP + STEP / 4);
      visitor.find("[data-show]").click();
      assertThat(visitor.find(".changes li")).hasCount(2);
      assertThat(cellAt(district, 1.8)).isEqualTo(district.cells().get(1).id());
      visitor.find("[data-make]").click();
      assertThat(visitor.find("[data-undo]")).isVisible();
      assertThat(cellAt(district, 1.8)).isEqualTo(district.cells().get(2).id());
      assertThat(cellAt(district, 1.4)).isEqualTo(district.cells().get(1).id());
      visitor.find("[data-undo]").click();
      assertThat(visitor.find("[data-undo]")).isVisible();
      visitor.find("#tab-edits").click();
      assertThat(visitor.find("[data-edit]")).hasCount(2);
      assertThat(cellAt(district, 1.8)).isEqualTo(district.cells().get(1).id());
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void mergesTwoCellsNotBeforeTheyBegan() {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district, "merge");
      visitor.find("[data-show]").click();
      var since = visitor.find("input[name=effectiveAt]");
      since.fill("1960-01-01T08:00");
      visitor.find("[data-make]").click();
      assertThat(visitor.find(".notice.bad"))
          .hasText("The current boundary began later than that.");
      since.fill("2999-01-01T08:00");
      visitor.find("[data-make]").click();
      assertThat(visitor.find(".notice.bad")).hasText("That is more than ten years ahead.");
      assertThat(cellAt(district, 1.5)).isNotEqualTo(cellAt(district, 2.5));
      since.fill("");
      visitor.find("[data-make]").click();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(3);
      assertThat(cellAt(district, 1.5)).isEqualTo(cellAt(district, 2.5));
      assertThat(visitor.faults()).allMatch(fault -> fault.contains("422"));
    }
  }
}
