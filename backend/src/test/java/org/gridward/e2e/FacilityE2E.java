package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridward.facility.Facilities;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityQuery;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One operator keeps a service place on the map; another sees it happen, without a reload. */
@PostgisTest
class FacilityE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired TestPeople people;
  @Autowired Facilities facilities;

  @Test
  void addsMovesAndRemovesAPlaceBeforeSomebodyElsesEyes() {
    District district = districts.manned(1, 4); // two of them stay in view beside the open panel
    var cells = district.ground().cells();
    String other = people.user(Role.OPERATOR, district.ground().top().path()).login();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor watching = browser.visitor("zh", 1440, 900).signIn(other, "/console");
      assertThat(watching.find("gw-connection .live")).isVisible();
      assertThat(watching.find("[data-shown]")).hasText("0");
      Visitor keeping =
          browser.visitor("en", 1440, 900).signIn(district.operator().login(), "/console");
      add(keeping, district);
      assertThat(watching.find("[data-shown]")).hasText("1");
      assertThat(only(district).areaPath()).isEqualTo(cells.get(0).path());

      keeping.find("#edit").click();
      keeping.find("#en").fill("Moved desk");
      clickCell(keeping, district, 1);
      keeping.find("gw-facility-side form button.primary").click();
      assertThat(keeping.find("gw-facility-card h2")).hasText("Moved desk");
      assertThat(only(district).areaPath()).isEqualTo(cells.get(1).path());
      assertThat(only(district).facts().hours()).isEqualTo("24/7");

      awaitPlaceAt(watching, district, 1);
      clickCell(watching, district, 1);
      assertThat(watching.find("gw-facility-card h2")).hasText("便民点");
      assertThat(watching.find("gw-facility-card [data-open=OPEN]")).hasText("正在开放");

      keeping.find("gw-facility-side .harm").click();
      keeping.find("gw-facility-side [role=alertdialog] .harm").click();
      assertThat(keeping.find("[data-shown]")).hasText("0");
      assertThat(watching.find("[data-shown]")).hasText("0");
      assertThat(watching.find("gw-facility-side [role=status]")).isVisible();
      assertThat(watching.faults()).allMatch(fault -> fault.contains("404"));
      assertThat(keeping.faults()).allMatch(fault -> fault.contains("404"));
    }
  }

  private static void add(Visitor keeping, District district) {
    keeping.find("gw-facility-filter summary").click();
    keeping.find("[data-add-place]").click();
    keeping.find("gw-facility-side #kind").selectOption("service-desk");
    keeping.find("#en").fill("Desk");
    keeping.find("#zh").fill("便民点");
    keeping.find("#hours").fill("24/7");
    clickCell(keeping, district, 0);
    keeping.find("gw-facility-side form button.primary").click();
    assertThat(keeping.find("gw-facility-card h2")).hasText("Desk");
  }

  /** A click cannot be tried again: the place must be painted first. */
  private static void awaitPlaceAt(Visitor visitor, District district, int cell) {
    visitor
        .page()
        .waitForFunction(
            """
            (lon) => document.querySelector('gw-console').renderRoot.querySelector('gw-map')
              .facilities.some((place) => Math.abs(place.lon - lon) < 1e-4)
            """,
            district.ground().centre(cell).lon());
    visitor
        .page()
        .evaluate(
            "() => new Promise((done) => requestAnimationFrame(() =>"
                + " requestAnimationFrame(done)))");
  }

  private static void clickCell(Visitor visitor, District district, int cell) {
    var place = district.ground().centre(cell);
    visitor.clickMap(place.lon(), place.lat());
  }

  private Facility only(District district) {
    AreaPath top = district.ground().top().path();
    List<Facility> all = facilities.list(new FacilityQuery(top, null, null, 0, 10));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
