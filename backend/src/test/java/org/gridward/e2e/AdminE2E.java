package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.gridward.grid.Areas;
import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.testing.Axe;
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
  @Autowired Areas areas;
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
  void plansASplitForADayToCome() throws IOException {
    District district = ground.district(1, 4);
    double lon = district.west() + 1.3 * STEP;
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
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
      Visitor visitor = open(browser, district);
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

  private void leaveAGap(District district) {
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326))
            where area_id = ?
            """)
        .params(district.west() + 1.5 * STEP, district.south())
        .params(district.west() + 2 * STEP, district.south() + STEP, district.cells().get(1).id())
        .update();
  }

  @Test
  void findsAGapAmongCellsFromTheDistrictAbove() {
    District district = ground.district(1, 4);
    leaveAGap(district);
    try (TestBrowser browser = new TestBrowser(port)) {
      String login = people.user(Role.ADMINISTRATOR, district.top().path()).login();
      Visitor visitor = browser.visitor("en", 1440, 900).signIn(login, "/admin");
      visitor.find("[data-area='" + district.communities().getFirst().code() + "']").waitFor();
      visitor.find("#tab-faults").click();
      visitor.find("[data-check]").click();
      assertThat(visitor.find("[data-total='1']")).isVisible();
      assertThat(visitor.find("[data-total='0']")).isVisible();
    }
  }

  @Test
  void findsAGapAndMendsIt() {
    District district = ground.district(1, 4);
    leaveAGap(district);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("#tab-faults").click();
      visitor.find("[data-check]").click();
      assertThat(visitor.find("[data-total='1']")).isVisible();
      String code = district.cells().getFirst().code();
      assertThat(visitor.find(".fault")).containsText("Area %s (%s)".formatted(code, code));
      visitor.find(".fault").click();
      assertThat(visitor.find(".looked")).containsText("Area ");
      visitor.find("[data-repair]").click();
      assertThat(visitor.find(".changes li")).hasCount(1);
      visitor.find("[data-make]").click();
      assertThat(visitor.find("[data-total='0']")).isVisible();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void dividesACommunityEvenly() {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("[data-tool=divide]").click();
      visitor.find("input[name=cells]").fill("6");
      visitor.find("[data-show]").click();
      assertThat(visitor.find("[data-loads] tbody tr").first()).containsText("6");
      visitor.find("[data-make]").click();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(6);
      visitor.find("[data-undo]").click();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(4);
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void keepsADivisionAsADraftAndAdoptsIt() {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("[data-tool=divide]").click();
      visitor.find("input[name=cells]").fill("3");
      visitor.find("[data-show]").click();
      visitor.find("input[name=name]").fill("Three cells");
      visitor.find("[data-keep]").click();
      assertThat(visitor.find("[data-draft]")).containsText("Three cells");
      assertThat(visitor.find("gw-area-tree .part")).hasCount(4);
      visitor.find("[data-look]").click();
      assertThat(visitor.find("[data-loads]")).isVisible();
      visitor.find("[data-make]").click();
      assertThat(visitor.find("gw-area-tree .part")).hasCount(3);
      visitor.find("[data-tool=divide]").click();
      assertThat(visitor.find("[data-draft]")).hasCount(0);
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void doesNotShowWhatIsNoLongerWanted() {
    District district = ground.district(1, 4);
    List<Route> held = new ArrayList<>();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
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
      Visitor visitor = open(browser, district);
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
  void importsAFile() {
    District district = ground.district(1, 1);
    String code = "E" + district.top().code();
    String file =
        """
        code,name,parent,wkt
        %1$s-1,East,%2$s,"POLYGON((%3$s %4$s,%5$s %4$s,%5$s %6$s,%3$s %6$s,%3$s %4$s))"
        %1$s-2,West,nobody,"POLYGON((%3$s %4$s,%5$s %4$s,%5$s %6$s,%3$s %6$s,%3$s %4$s))"
        """
            .formatted(
                code,
                district.top().code(),
                district.west(),
                district.south() + .3,
                district.west() + .001,
                district.south() + .301);
    String login = people.user(Role.ADMINISTRATOR, AreaPath.ROOT).login();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor("zh", 1440, 900).signIn(login, "/admin");
      visitor.find("#tab-import").click();
      visitor
          .find("[data-file]")
          .setInputFiles(
              new FilePayload("new.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
      assertThat(visitor.find("[data-rows='2']")).isVisible();
      visitor.find("gw-import-panel input[name=level]").fill("community");
      visitor.find("gw-import-panel input[name=effectiveAt]").fill("2026-01-02T00:00");
      visitor.find("[data-dry]").click();
      assertThat(visitor.find("[data-run=done]")).containsText("新增 1");
      assertThat(visitor.find("[data-run=done]")).containsText("nobody");
      visitor.find("[data-import]").click();
      assertThat(visitor.find("[data-run=done]")).containsText("已新增 1");
      Awaitility.await().until(() -> areas.findByCode(code + "-1").isPresent());
      String since =
          jdbc.sql("select cast(valid_from as date) from area_boundary where area_id = ?")
              .param(areas.getByCode(code + "-1").id())
              .query(String.class)
              .single();
      assertThat(since).isBetween("2026-01-01", "2026-01-03");
      visitor.find("gw-import-panel summary").click();
      visitor
          .find("gw-import-panel input[name=crs]")
          .fill("EPSG:4490"); // read otherwise than checked
      assertThat(visitor.find("[data-import]")).isDisabled();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  /** Another whole check of a large file would take minutes. */
  @Test
  void goesOnWithACancelledImportAtOnce() {
    District district = ground.district(1, 1);
    String login = people.user(Role.ADMINISTRATOR, AreaPath.ROOT).login();
    byte[] file =
        "code,name,parent,wkt\nG%1$s,Far,%1$s,\"POLYGON((3 3,4 3,4 4,3 3))\"\n"
            .formatted(district.top().code())
            .getBytes(StandardCharsets.UTF_8);
    String cancelled =
        """
        {"file": "far.csv", "dryRun": false, "state": "%s", "done": 4, "total": 9, "created": 3, "changed": 1,
         "unchanged": 0, "repaired": 0, "faulty": 0, "faults": []}
        """;
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor("en", 1440, 900).signIn(login, "/admin");
      visitor.find("#tab-import").click();
      visitor.find("[data-file]").setInputFiles(new FilePayload("far.csv", "text/csv", file));
      visitor.find("gw-import-panel input[name=level]").fill("community");
      assertThat(visitor.find("[data-import]")).isDisabled();
      visitor.find("[data-dry]").click();
      assertThat(visitor.find("[data-run=done]")).isVisible();
      visitor
          .page()
          .route("**/api/area-imports/*/runs", route -> json(route, cancelled, "running"));
      visitor.page().route("**/api/area-imports/*", route -> json(route, cancelled, "cancelled"));
      visitor.find("[data-import]").click();
      assertThat(visitor.find("[data-run=cancelled]")).containsText("So far 3 new and 1 changed");
      assertThat(visitor.find("[data-import]")).isEnabled();
      visitor.find("gw-import-panel input[name=level]").fill("another");
      assertThat(visitor.find("[data-import]")).isDisabled();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  private static void json(Route route, String body, String state) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(body.formatted(state)));
  }

  /** Before, the map stayed with the file wherever one went until the page was loaded anew. */
  @Test
  void leavesTheFileOnTheMapWhenSomebodyGoesElsewhere() {
    District district = ground.district(1, 1);
    ground.district(1, 1); // of one alone the page opens with its parts
    String login = people.user(Role.ADMINISTRATOR, AreaPath.ROOT).login();
    byte[] far =
        "code,name,wkt\nF,Far,\"POLYGON((1 1,2 1,2 2,1 1))\"\n".getBytes(StandardCharsets.UTF_8);
    String map = "document.querySelector('gw-admin').renderRoot.querySelector('gw-map')";
    String showsFile = map + ".boxes.flat().join() === '1,1,2,2'";
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor("en", 1440, 900).signIn(login, "/admin");
      visitor.find("#tab-import").click();
      visitor.find("[data-file]").setInputFiles(new FilePayload("far.csv", "text/csv", far));
      visitor.page().waitForFunction("() => " + showsFile);
      visitor.find("[data-area='" + district.top().code() + "']").click();
      visitor.page().waitForFunction("() => !(" + showsFile + ")");
      visitor.page().waitForFunction("() => " + map + ".drawing.chosen.length === 1");
      visitor.find("#tab-edit").click();
      visitor.page().waitForFunction("() => " + map + ".drawing.chosen.length === 0");
      visitor.find("#tab-import").click();
      visitor.page().waitForFunction("() => " + showsFile);
      assertThat(visitor.faults()).isEmpty();
    }
  }

  @Test
  void exportsInAnotherCoordinateSystem() throws IOException {
    District district = ground.district(1, 4);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = open(browser, district);
      visitor.find("#tab-export").click();
      visitor.find("gw-ground-tools input[name=crs]").fill("4490");
      assertThat(visitor.find("[data-format=csv][href]")).hasCount(0);
      assertThat(visitor.find("[data-format=kml][href]").first()).isVisible();
      visitor.find("gw-ground-tools input[name=crs]").fill("EPSG:3857");
      Download file =
          visitor
              .page()
              .waitForDownload(() -> visitor.find("[data-format=csv][href*=cell]").click());
      assertThat(Files.readString(file.path())).containsPattern("\\(\\(\\(-?\\d{4,8}\\.");
      assertThat(Axe.violations(visitor.page())).isEmpty();
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
