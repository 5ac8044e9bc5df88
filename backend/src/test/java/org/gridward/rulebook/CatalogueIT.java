package org.gridward.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class CatalogueIT {

  @Autowired Catalogue catalogue;
  @Autowired Rulebook rulebook;
  @Autowired JdbcClient jdbc;
  @Autowired Journal journal;
  @Autowired TransactionTemplate transactions;

  @Test
  void seedsACatalogueInTwoLanguages() {
    Category light = catalogue.find("street-light").orElseThrow();
    assertThat(light.names()).containsEntry("zh", "路灯故障").containsKey("en");
    assertThat(light.acceptWithin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(light.handleWithin()).isEqualTo(Duration.ofHours(48));
    assertThat(catalogue.list()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(catalogue.list())
        .filteredOn(category -> category.names().containsKey("zh"))
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void saysWhichCategoryIsUnknown() {
    assertThatThrownBy(() -> catalogue.get("nothing", 1)).isInstanceOf(CategoryUnknown.class);
  }

  @Test
  void seedsTheLadderOfDispatch() {
    DispatchRules rules = rulebook.current();
    assertThat(rules.ladder()).containsExactly(Tier.MAIN, Tier.BACKUP, Tier.NEARBY);
    assertThat(rules.nearbyLevelsUp()).isEqualTo(1);
  }

  private static CategoryTerms terms(String english) {
    return new CategoryTerms(
        Map.of("en", english, "zh", "测试"),
        Severity.HIGH,
        true,
        null,
        Duration.ofMinutes(3),
        Duration.ofHours(8));
  }

  @Test
  void keepsTheVersionAnIncidentWasFiledUnder() {
    Category first = catalogue.publish("gas-smell", terms("Smell"), Actor.SYSTEM);
    Category second = catalogue.publish("gas-smell", terms("Smell of gas"), Actor.user(7));
    assertThat(second.version()).isEqualTo(2);
    assertThat(catalogue.find("gas-smell")).contains(second);
    assertThat(catalogue.get("gas-smell", 1)).isEqualTo(first);
    assertThat(journalled("gas-smell")).isEqualTo(2);
  }

  private long journalled(String code) {
    return jdbc.sql(
            "select count(*) from journal_entry where kind = 'category.changed' and subject_id = ?")
        .param(code)
        .query(Long.class)
        .single();
  }

  @Test
  void makesNoNewVersionOfTheSameTerms() {
    catalogue.publish("same", terms("Same"), Actor.SYSTEM);
    assertThat(catalogue.publish("same", terms("Same"), Actor.SYSTEM).version()).isEqualTo(1);
    assertThat(journalled("same")).isEqualTo(1);
  }

  @Test
  void retiresAndTakesBack() {
    catalogue.publish("passing", terms("Passing"), Actor.SYSTEM);
    catalogue.retire("passing", Actor.SYSTEM);
    assertThat(catalogue.find("passing")).isEmpty();
    assertThat(catalogue.get("passing", 1).names()).containsEntry("en", "Passing");
    assertThatThrownBy(() -> catalogue.retire("passing", Actor.SYSTEM))
        .isInstanceOf(CategoryUnknown.class);
    assertThat(catalogue.publish("passing", terms("Passing"), Actor.SYSTEM).version()).isEqualTo(3);
    assertThat(catalogue.find("passing")).isPresent();
  }

  @Test
  void refusesWhatIsNoCategory() {
    assertThatThrownBy(() -> catalogue.publish("No Code", terms("x"), Actor.SYSTEM))
        .isInstanceOf(CategoryRejected.class)
        .hasMessageContaining("'No Code'");
    assertThatThrownBy(
            () ->
                new CategoryTerms(
                    Map.of("zh", "无"), Severity.LOW, true, null, Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("'en'");
    assertThatThrownBy(
            () ->
                new CategoryTerms(
                    Map.of("en", "x"), Severity.LOW, true, null, Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("acceptWithin");
  }

  @Test
  void putsNewRulesOfDispatchInForce() {
    DispatchRules before = rulebook.current();
    DispatchRules next = rulebook.publish(List.of(Tier.MAIN, Tier.NEARBY), 2, 3, Actor.SYSTEM);
    assertThat(next.version()).isEqualTo(before.version() + 1);
    assertThat(rulebook.current()).isEqualTo(next);
    rulebook.publish(before.ladder(), before.nearbyLevelsUp(), before.maxAttempts(), Actor.SYSTEM);
  }

  @Test
  void hearsOfWhatAnotherServerPublished() {
    assertThat(catalogue.find("elsewhere")).isEmpty();
    jdbc.sql(
            """
            insert into category (code, version, names, severity, auto_file, accept_within,
                                  handle_within, valid_from)
            values ('elsewhere', 1, '{"en": "Elsewhere"}', 'LOW', true, '1 min', '1 h', now())
            """)
        .update();
    transactions.executeWithoutResult(
        status ->
            journal.append(
                new NewEntry(
                    "category.changed",
                    AreaPath.ROOT,
                    new Subject("category", "elsewhere"),
                    null,
                    null,
                    Actor.SYSTEM,
                    Map.of())));
    Awaitility.await().until(() -> catalogue.find("elsewhere").isPresent());
  }
}
