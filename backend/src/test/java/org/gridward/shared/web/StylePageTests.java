package org.gridward.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridward.shared.Problem;
import org.junit.jupiter.api.Test;

class StylePageTests {

  @Test
  void isThereOnlyWhereSomebodyWantsIt() {
    assertThat(new StylePage(true).style()).isEqualTo("forward:/pages/style.html");
    assertThatThrownBy(() -> new StylePage(false).style()).isInstanceOf(Problem.NotFound.class);
  }
}
