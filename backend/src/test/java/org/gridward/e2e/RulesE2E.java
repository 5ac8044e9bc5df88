package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.rulebook.DispatchRules;
import org.gridward.rulebook.EscalationLadder;
import org.gridward.rulebook.EscalationRules;
import org.gridward.rulebook.EscalationRung;
import org.gridward.rulebook.Rulebook;
import org.gridward.rulebook.Tier;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator changes who is asked, and whom a case is escalated to. */
@PostgisTest
class RulesE2E {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired EscalationLadder ladder;
  @Autowired Rulebook rulebook;

  private EscalationRules rungs;
  private DispatchRules order;

  @BeforeEach
  void remember() {
    rungs = ladder.current();
    order = rulebook.current();
  }

  @AfterEach
  void putBack() {
    ladder.publish(rungs.rungs(), ladder.current().version(), Actor.SYSTEM);
    rulebook.publish(order.ladder(), order.nearbyLevelsUp(), order.maxAttempts(), Actor.SYSTEM);
  }

  @Test
  void changesBothAndLearnsOfAnothersChange() {
    ground.district(1, 2);
    String login = people.user(Role.ADMINISTRATOR, AreaPath.ROOT).login();
    try (TestBrowser browser = new TestBrowser(port)) {
      Visitor visitor = browser.visitor("zh", 1440, 900).signIn(login, "/admin");
      visitor.find("[data-rules]").click();
      assertThat(visitor.find("[data-rung]")).hasCount(rungs.rungs().size());
      visitor.screenshot("admin-rules-zh");
      changesTheRungs(visitor);
      changesTheOrder(visitor);

      ladder.publish(
          List.of(new EscalationRung(4, EscalationRung.To.LEADER)),
          ladder.current().version(),
          Actor.SYSTEM);
      visitor.find("[data-add]").click();
      visitor.find("[data-save=escalation]").click();
      assertThat(visitor.find("gw-rules-dialog .bad")).containsText("他人");
      visitor.find("gw-rules-dialog .bad button").click();
      assertThat(visitor.find("[data-rung]")).hasCount(1);
      assertThat(visitor.faults()).allMatch(fault -> fault.contains("409"));
    }
  }

  private void changesTheRungs(Visitor visitor) {
    visitor.find("[data-rung='1'] [name=levels]").selectOption("3");
    assertThat(visitor.find("[data-rung='2'] [role=alert]")).isVisible();
    assertThat(visitor.find("[data-save=escalation]")).isDisabled();
    visitor.find("[data-rung='1'] [name=levels]").selectOption("1");
    visitor.find("[data-rung='2'] [data-remove]").click();
    visitor.find("[data-save=escalation]").click();
    assertThat(visitor.find("[aria-labelledby=escalation] .save")).containsText("已保存");
    assertThat(ladder.list())
        .hasSize(rungs.rungs().size() - 1)
        .doesNotContain(rungs.rungs().get(1));
  }

  private void changesTheOrder(Visitor visitor) {
    visitor.find("[data-tier=BACKUP] input").uncheck();
    visitor.find("[name=attempts]").fill("7");
    visitor.find("[data-save=dispatch]").click();
    assertThat(visitor.find("[aria-labelledby=dispatch] .save")).containsText("已保存");
    assertThat(rulebook.current().ladder()).containsExactly(Tier.MAIN, Tier.NEARBY);
    assertThat(rulebook.current().maxAttempts()).isEqualTo(7);
  }
}
