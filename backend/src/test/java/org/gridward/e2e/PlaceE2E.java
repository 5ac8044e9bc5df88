package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.PlaceKind;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.testing.Axe;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator types part of an address, chooses it, and reports at that place. */
@PostgisTest
class PlaceE2E {

  @LocalServerPort int port;
  @Autowired TestDistrict districts;
  @Autowired PlaceBatch places;

  @Test
  void reportsAtAPlaceThatWasTypedAndChosen() {
    District district = districts.manned(1, 4);
    var middle = district.ground().centre(1);
    Map<String, String> names = Map.of("en", "Wibble Street", "zh", "维布尔街");
    places.write(
        "e2e",
        List.of(
            new FoundPlace(
                "a", PlaceKind.ADDRESS, names, "12", null, middle.lon(), middle.lat(), List.of())),
        new Tally(),
        false);
    places.tell("e2e");
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor operator =
          browser.visitor("en", 1440, 900).signIn(district.operator().login(), "/console");
      assertThat(operator.find("gw-connection .live")).isVisible();
      jumps(operator);
      operator.page().keyboard().press("Escape");
      operator.find("gw-console-header button.primary").click();
      var field = operator.find("gw-incident-form gw-place-field");
      field.locator("input").pressSequentially("wible st 12");
      assertThat(field.locator("[role=option]")).hasCount(1);
      assertThat(field.locator("[role=option]")).containsText("12 Wibble Street");
      operator.page().keyboard().press("ArrowDown");
      assertThat(field.locator("input")).hasAttribute("aria-activedescendant", "found-0");
      operator.page().keyboard().press("Enter");
      assertThat(field.locator("input")).hasValue("12 Wibble Street");
      String cell = district.ground().cells().get(1).names().getOrDefault("en", "");
      assertThat(operator.find("#located")).containsText(cell);
      field.locator("input").fill("wibb");
      assertThat(field.locator("[role=option]")).hasCount(1);
      assertThat(Axe.violations(operator.page())).isEmpty();
      operator.page().keyboard().press("Enter");

      clickMap(operator, district);
      assertThat(field.locator("input")).hasValue("near 12 Wibble Street");
      files(operator, field);
      namesTheNearestAddress(operator, district);
      locatesByAClickOnASuggestion(operator, district);
      assertThat(operator.faults()).allMatch(fault -> fault.contains("404"));
    }
  }

  @Test
  void keepsTheSuggestionInSight() {
    District district = districts.manned(1, 1);
    var middle = district.ground().centre(0);
    List<FoundPlace> found =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new FoundPlace(
                        "sight" + i,
                        PlaceKind.POI,
                        Map.of("en", "Quibble Hall " + i, "zh", "奎布尔厅" + i),
                        null,
                        null,
                        middle.lon(),
                        middle.lat(),
                        List.of()))
            .toList();
    places.write("sight", found, new Tally(), false);
    places.tell("sight");
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor operator =
          browser.visitor("en", 1440, 900).signIn(district.operator().login(), "/console");
      Locator field = operator.find("gw-console-header gw-place-field");
      field.locator("input").pressSequentially("quibble");
      assertThat(field.locator("[role=option]")).hasCount(8);
      operator.page().keyboard().press("ArrowUp");
      assertThat(field.locator(".active")).isInViewport(inSight());
    }
  }

  private static LocatorAssertions.IsInViewportOptions inSight() {
    return new LocatorAssertions.IsInViewportOptions().setRatio(1);
  }

  private static void files(Visitor operator, Locator field) {
    field.locator("input").fill("12 wibb");
    field.locator("[role=option]").click();
    assertThat(field.locator("input")).hasValue("12 Wibble Street");
    assertThat(field.locator("[role=option]")).hasCount(0);
    operator.find("gw-incident-form gw-category input").fill("street light");
    operator.find("gw-incident-form gw-category [role=option]").first().click();
    operator.find("gw-incident-form button.primary").click();
    assertThat(operator.find("gw-case dl")).containsText("12 Wibble Street");
    assertThat(operator.find("gw-case gw-nearest-address")).hasCount(0);
  }

  /** A report that came with a point and no words says where it is, already in the queue. */
  private void namesTheNearestAddress(Visitor operator, District district) {
    var at = district.ground().centre(2);
    int number = report(district, Map.of("lon", at.lon(), "lat", at.lat()));
    var row = operator.find("gw-queue [data-number='" + number + "']");
    assertThat(row).containsText("near 12 Wibble Street");
    row.click();
    assertThat(operator.find("gw-case dl")).containsText("near 12 Wibble Street");
    operator.find("gw-queue #search").fill("维布尔");
    assertThat(row).isVisible();
    operator.find("gw-queue #search").fill("");
  }

  /** A report in words alone: the place that they name, by one click. */
  private void locatesByAClickOnASuggestion(Visitor operator, District district) {
    int number = report(district, Map.of("text", "opposite 12 Wibble Street, first floor"));
    operator.find("gw-queue [data-number='" + number + "']").click();
    var suggestion = operator.find("gw-locate #suggestions button");
    assertThat(suggestion.first()).containsText("12 Wibble Street");
    suggestion.first().click();
    assertThat(operator.find("gw-locate")).hasCount(0);
    String cell = district.ground().cells().get(1).names().getOrDefault("en", "");
    assertThat(operator.find("gw-case header")).containsText("#" + number);
    assertThat(operator.find("gw-case dl")).containsText(cell);
    assertThat(operator.find("gw-case dl")).containsText("opposite 12 Wibble Street");
  }

  private int report(District district, Map<String, Object> place) {
    return TestClient.signedIn(port, district.operator().login(), TestPeople.PASSWORD)
        .post("/api/incidents", Map.of("category", "noise", "place", place))
        .json()
        .path("number")
        .asInt();
  }

  private static void jumps(Visitor operator) {
    var jump = operator.find("gw-console-header gw-place-field");
    jump.locator("input").fill("12 wibb");
    jump.locator("[role=option]").first().click();
    assertThat(jump.locator("input")).hasValue("12 Wibble Street");
    jump.locator("input").fill("12 wib");
    jump.locator("input").press("Enter"); // before there is any suggestion
    assertThat(jump.locator("input")).hasValue("12 Wibble Street");
    jump.locator("input").fill("no such thing");
    assertThat(jump.locator("[role=status]").first()).hasText("Nothing found. Try fewer letters.");
  }

  /** A cell further east, a hundred metres from the address. */
  private static void clickMap(Visitor operator, District district) {
    var other = district.ground().centre(2);
    operator.clickMap(other.lon(), other.lat());
  }
}
