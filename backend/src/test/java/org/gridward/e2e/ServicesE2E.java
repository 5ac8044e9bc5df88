package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.gridward.facility.Facilities;
import org.gridward.facility.FacilityFacts;
import org.gridward.facility.FacilityKind;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.Actor;
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

/** An administrator makes a kind of service place; a leader sees who is out of its reach. */
@PostgisTest
class ServicesE2E {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Facilities facilities;
  @Autowired JdbcClient jdbc;

  @Test
  void makesAKindAndChangesIt() {
    ground.district(1, 2);
    String login = people.user(Role.ADMINISTRATOR, AreaPath.ROOT).login();
    String code = "kiosk-" + UUID.randomUUID().toString().substring(0, 8);
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor("zh", 1440, 900).signIn(login, "/admin");
      visitor.find("[data-kinds]").click();
      visitor.find("[data-new]").click();
      keepsItsKeysAndStands(visitor);
      visitor.find("[name=code]").fill(code);
      visitor.find("[name=en]").fill("Kiosk");
      visitor.find("[name=zh]").fill("服务亭");
      visitor.find("[name=rules]").fill("amenity=kiosk\nshop=kiosk+operator=*");
      visitor.find("[data-save]").click();
      assertThat(visitor.find("[data-kind='" + code + "'][aria-pressed=true]")).isVisible();
      assertThat(kind(code).rules()).containsExactly("amenity=kiosk", "shop=kiosk+operator=*");
      visitor.find("[name=rules]").fill("amenity");
      visitor.find("[data-save]").click();
      assertThat(visitor.find("gw-kind-dialog [role=alert] .bad")).containsText("amenity");
      visitor.find("[name=rules]").fill("");
      visitor.find("[name=position]").selectOption("1");
      visitor.find("[data-save]").click();
      assertThat(visitor.find(".kind").first()).containsText("服务亭");
      assertThat(Axe.violations(visitor.page())).isEmpty();
      visitor.find("[data-remove]").click();
      assertThat(visitor.find("[data-kind='" + code + "']")).hasCount(0);
      assertThat(visitor.faults()).allMatch(fault -> fault.contains("422"));
    }
  }

  /** Keys mean nothing to the page under it, and words are marked beyond its edge. */
  private static void keepsItsKeysAndStands(Visitor visitor) {
    visitor
        .page()
        .evaluate(
            "() => document.addEventListener('keydown', () => document.body.dataset.heard = '')");
    visitor.find("[name=rules]").press("p");
    assertThat(visitor.find("body[data-heard]")).hasCount(0);
    var box = visitor.find("[name=en]").boundingBox();
    visitor.page().mouse().move(box.x + 20, box.y + 10);
    visitor.page().mouse().down();
    visitor.page().mouse().move(5, 5);
    visitor.page().mouse().up();
    assertThat(visitor.find("gw-kind-dialog dialog[open]")).isVisible();
    visitor.find("[name=rules]").fill("");
  }

  private FacilityKind kind(String code) {
    return facilities.listKinds().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhoIsOutOfReach() {
    District district = ground.district(2, 20);
    for (int i = 0; i < 40; i++) {
      var middle = district.centre(i);
      jdbc.sql(
              """
              insert into place (source, code, kind, names, number, number_key, street_key, location)
              values ('services', ?, 'ADDRESS', '{"en": "S"}', '1', '1', 's',
                      ST_SetSRID(ST_MakePoint(?, ?), 4326))
              """)
          .params(UUID.randomUUID().toString(), middle.lon(), middle.lat())
          .update();
    }
    var west = district.centre(0);
    facilities.create(
        new FacilityFacts(
            UUID.randomUUID().toString(),
            "library",
            Map.of("en", "Library"),
            west.lon(),
            west.lat(),
            null,
            null,
            null,
            null,
            null,
            null),
        Actor.SYSTEM);
    String login = people.user(Role.LEADER, district.top().path()).login();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor("en", 1440, 900).signIn(login, "/insight");
      assertThat(visitor.find("gw-insight-side")).isVisible();
      visitor
          .page()
          .navigate("/insight?show=reach&kind=library&minutes=5&area=" + district.top().id());
      assertThat(visitor.find("gw-reach-table tr.all")).containsText("40");
      assertThat(visitor.find("gw-reach-table tbody tr:nth-child(2)")).containsText("100%");
      assertThat(visitor.find("gw-reach-table .foot")).containsText("straight line");
      assertThat(visitor.find("gw-map-legend")).containsText("Library");
      visitor.find("gw-reach-controls [name=minutes]").selectOption("60");
      assertThat(visitor.find("gw-reach-table tr.all")).containsText("0%");
      visitor.find("gw-reach-controls [name=of]").selectOption("people");
      assertThat(visitor.find("gw-insight-side .state")).containsText("import households");
      assertThat(Axe.violations(visitor.page())).isEmpty();
      assertThat(visitor.faults()).isEmpty();
    }
  }
}
