package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSchemeTests {

  @ParameterizedTest
  @CsvSource({"6+3+3+3,15", "6+3+3+4,16", "6+3+3+3+5,20"})
  void knowsItsLength(String text, int digits) {
    assertThat(CodeScheme.parse(text).length()).isEqualTo(digits);
    assertThat(CodeScheme.parse(text)).hasToString(text);
  }

  @Test
  void goesOnAfterTheHighestThatWasEverUsed() {
    CodeScheme scheme = CodeScheme.parse("6+3+3+3");
    assertThat(
            scheme.next(
                "330106001002001",
                List.of("330106001002001", "330106001002007", "330106001003999", "x")))
        .isEqualTo("330106001002008");
  }

  @Test
  void countsOnInCodesOfOtherCities() {
    CodeScheme scheme = CodeScheme.parse("6+3+3+3");
    assertThat(scheme.next("A-7", List.of("A-7", "A-8", "A-12"))).isEqualTo("A-9");
    assertThat(scheme.next("Harbour", List.of())).isEqualTo("Harbour-2");
    assertThat(scheme.next("Harbour", List.of("Harbour-2", "Harbour-x"))).isEqualTo("Harbour-3");
  }

  @Test
  void tellsTheNumberInACode() {
    assertThat(CodeScheme.parse("6+3+3+3").number("330106001002007")).isEqualTo("007");
    assertThat(CodeScheme.parse("6+3+3+4").number("3301060010020007")).isEqualTo("0007");
    assertThat(CodeScheme.parse("6+3+3+3+5").number("33010600100200300007")).isEqualTo("00007");
    assertThat(CodeScheme.parse("6+3+3+3").number("Harbour-2")).isEqualTo("2");
  }

  @Test
  void refusesToBeginAgain() {
    assertThatThrownBy(
            () -> CodeScheme.parse("6+3+3+3").next("330106001002001", List.of("330106001002999")))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("330106001002nnn");
  }

  @Test
  void refusesWhatIsNoScheme() {
    for (String text : List.of("", "6+", "a", "0+3", "10")) {
      assertThatThrownBy(() -> CodeScheme.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
