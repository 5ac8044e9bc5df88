package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the operator's map to the worker's phone and back, in three open browser sessions. */
@PostgisTest
class FieldWorkE2E {

  private static final String WHAT = "Two lamps are dark beside the school";
  private static final String DONE = "Changed both lamps";

  @LocalServerPort int port;
  @Autowired TestDistrict districts;

  private TestBrowser browser;
  private District here;
  private District elsewhere;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
    here = districts.manned(2, 3);
    elsewhere = districts.manned(1, 1);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void carriesAnIncidentFromTheMapToTheWorkerAndBack() {
    Visitor stranger =
        browser.visitor("en", 1440, 900).signIn(elsewhere.operator().login(), "/console");
    Visitor worker = browser.visitor("zh", 390, 844);
    var place = here.ground().centre(1);
    worker.standAt(place.lon() + 0.0002, place.lat());
    worker.signIn(here.workers().get(0).user().login(), "/field");
    Visitor operator = browser.visitor("en", 1440, 900).signIn(here.operator().login(), "/console");
    awaitLive(stranger);
    awaitLive(worker);
    awaitLive(operator);
    worker.page().evaluate("window.notReloaded = true");

    file(operator);
    accept(operator, worker);
    finish(operator, worker);
    verify(operator);

    assertThat(worker.page().evaluate("window.notReloaded")).isEqualTo(true);
    assertThat(stranger.find("[data-figure=open]")).hasText("0");
    assertThat(stranger.find("[role=option]")).hasCount(0);
    assertThat(stranger.find("[role=log]")).hasText("");
    assertThat(operator.faults()).isEmpty();
    assertThat(worker.faults()).isEmpty();
    assertThat(stranger.faults()).isEmpty();
  }

  private void awaitLive(Visitor visitor) {
    assertThat(visitor.find("gw-connection .live")).isVisible();
  }

  private void file(Visitor operator) {
    var place = here.ground().centre(1);
    assertThat(operator.find("gw-queue .state")).isVisible();
    operator.clickMap(place.lon(), place.lat());
    assertThat(operator.find("gw-incident-form #located"))
        .containsText(here.workers().get(0).worker().name());
    Locator category = operator.find("gw-incident-form gw-category input");
    category.fill("street light");
    operator.find("gw-incident-form [role=option]").first().click();
    operator.find("gw-incident-form #description").fill(WHAT);
    operator.find("gw-incident-form [name=phone]").fill("+1 555 0100");
    operator.find("gw-incident-form button.primary").click();
    assertThat(operator.find("gw-case .told")).hasText(WHAT);
    assertThat(operator.find("gw-queue [role=option]")).hasCount(1);
  }

  private void accept(Visitor operator, Visitor worker) {
    Locator offer = worker.find("gw-assignment article[data-state=OFFERED]");
    assertThat(offer).containsText(WHAT);
    assertStory(operator, "assignment.offered", "assignment.received", "assignment.opened");
    worker.screenshot("field-offer-zh");
    offer.locator("[data-step=accept]").click();
    assertStory(operator, "assignment.accepted");
    assertThat(operator.find("gw-case [data-assignee]")).containsText("on the way");
    operator.screenshot("console-case-en");
  }

  private void finish(Visitor operator, Visitor worker) {
    worker.find("[data-step=arrive]").click();
    assertStory(operator, "assignment.arrived");
    assertThat(operator.find("gw-case [data-stage=HANDLING]")).isVisible();
    worker.find("[data-step=done]").click();
    worker.find("gw-assignment textarea").fill(DONE);
    worker.find("[data-step=send]").click();
    assertThat(worker.find("gw-assignment")).hasCount(0);
    assertThat(operator.find("gw-case [data-stage=FED_BACK]")).isVisible();
    assertThat(operator.find("gw-case .story")).containsText(DONE);
  }

  private void verify(Visitor operator) {
    operator.find("gw-case .scroll").focus();
    operator.page().keyboard().press("c");
    operator.find("gw-command-dialog button.primary").click();
    assertThat(operator.find("gw-case [data-stage=CLOSED]")).isVisible();
    assertThat(operator.find("[data-figure=open]")).hasText("0");
  }

  private static void assertStory(Visitor operator, String... kinds) {
    for (String kind : kinds) {
      assertThat(operator.find("gw-case .story [data-kind='" + kind + "']")).isVisible();
    }
  }
}
