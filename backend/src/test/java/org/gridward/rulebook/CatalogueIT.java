package org.gridward.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class CatalogueIT {

  @Autowired Catalogue catalogue;
  @Autowired Rulebook rulebook;

  @Test
  void seedsACatalogueInTwoLanguages() {
    Category light = catalogue.find("street-light").orElseThrow();
    assertThat(light.names()).containsEntry("zh", "路灯故障").containsKey("en");
    assertThat(light.acceptWithin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(light.handleWithin()).isEqualTo(Duration.ofHours(48));
    assertThat(catalogue.list()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(catalogue.list())
        .allSatisfy(category -> assertThat(category.names()).containsKeys("en", "zh"));
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
}
