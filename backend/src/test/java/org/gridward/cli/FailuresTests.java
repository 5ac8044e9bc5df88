package org.gridward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.shared.WrongSetting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

class FailuresTests {

  @Test
  void saysPlainlyWhichSettingIsWrong() {
    Throwable failure =
        new BeanCreationException(
            "newCodes", "failed", new WrongSetting("GRIDWARD_X (1) must be 2."));
    assertThat(Failures.sentence(failure)).isEqualTo("GRIDWARD_X (1) must be 2.");
    assertThat(Failures.isPlain(failure)).isTrue();
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThat(Failures.sentence(new IllegalStateException("odd")))
        .isEqualTo("It failed with IllegalStateException: odd");
  }
}
