package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** An administrator finds faults and mends them, and has a community divided anew. */
@PostgisTest
class AdminDivisionE2E {

  private static final double STEP = TestGround.STEP;

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

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
      Visitor visitor = AdminPage.open(browser, people, district);
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
      Visitor visitor = AdminPage.open(browser, people, district);
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
      Visitor visitor = AdminPage.open(browser, people, district);
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
}
