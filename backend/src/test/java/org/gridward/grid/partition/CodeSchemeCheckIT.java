package org.gridward.grid.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridward.grid.TestGround;
import org.gridward.shared.WrongSetting;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class CodeSchemeCheckIT {

  @Autowired TestGround ground;
  @Autowired JdbcClient jdbc;

  @Test
  void saysWhenNoCellHasACodeOfTheScheme() {
    int length = ground.district(1, 1).cells().getFirst().code().length();
    assertThat(check("9+9+9+9").findMismatch())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("GRIDWARD_AREAS_CODESCHEME is 9+9+9+9 (36 digits)")
                    .contains("" + length));
    String fitting = (length - length / 2) + "+" + length / 2;
    assertThat(check(fitting).findMismatch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6+3+3+x", "abc", "6+", "10", "0+3"})
  void refusesWhatIsNoScheme(String text) {
    assertThatThrownBy(() -> new NewCodes(jdbc, text))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("GRIDWARD_AREAS_CODESCHEME (" + text + ")")
        .hasMessageContaining("6+3+3+3");
  }

  @Test
  void takesTheUsualSchemeWhereNothingIsSaid() {
    assertThat(new NewCodes(jdbc, " ").scheme()).hasToString("6+3+3+3");
  }

  private CodeSchemeCheck check(String scheme) {
    return new CodeSchemeCheck(jdbc, new NewCodes(jdbc, scheme));
  }
}
