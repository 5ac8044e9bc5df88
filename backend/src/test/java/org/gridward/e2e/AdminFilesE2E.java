package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.awaitility.Awaitility;
import org.gridward.grid.Areas;
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

/** An administrator brings areas in from a file and takes them away as one. */
@PostgisTest
class AdminFilesE2E {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Areas areas;
  @Autowired JdbcClient jdbc;

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
      assertThat(visitor.find("[data-fault=parent-unknown]")).containsText("上级编码不存在");
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
      Visitor visitor = AdminPage.open(browser, people, district);
      visitor.find("#tab-export").click();
      visitor.find("gw-export-panel input[name=crs]").fill("4490");
      assertThat(visitor.find("[data-format=csv]:enabled")).hasCount(0);
      assertThat(visitor.find("[data-format=kml]:enabled").first()).isVisible();
      visitor.find("gw-export-panel input[name=crs]").fill("EPSG:1");
      visitor.find("[data-format=csv][data-level=cell]").click();
      assertThat(visitor.find("gw-export-panel .notice.bad")).containsText("EPSG:1");
      visitor.find("gw-export-panel input[name=crs]").fill("EPSG:3857");
      Download file =
          visitor
              .page()
              .waitForDownload(() -> visitor.find("[data-format=csv][data-level=cell]").click());
      assertThat(file.suggestedFilename()).isEqualTo("cell.csv");
      assertThat(Files.readString(file.path())).containsPattern("\\(\\(\\(-?\\d{4,8}\\.");
      assertThat(Axe.violations(visitor.page())).isEmpty();
      assertThat(visitor.faults()).singleElement().asString().contains("422");
    }
  }
}
