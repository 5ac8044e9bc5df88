package org.gridward.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoryCodeTests {

  @Test
  void makesCodesOfWords() {
    assertThat(CategoryCode.of("Noise - Street/Sidewalk")).isEqualTo("noise-street-sidewalk");
    assertThat(CategoryCode.of(" HEAT/HOT WATER ")).isEqualTo("heat-hot-water");
    assertThat(CategoryCode.of("Café")).isEqualTo("cafe");
  }

  @Test
  void numbersWordsWithoutLatinLetters() {
    assertThat(CategoryCode.of("噪声")).isEqualTo(CategoryCode.of(" 噪声")).startsWith("c-");
    assertThat(CategoryCode.of("噪声")).isNotEqualTo(CategoryCode.of("垃圾"));
  }

  @Test
  void makesOnlyWellFormedCodes() {
    for (String words : new String[] {"a", "-", "噪声", "x".repeat(80), "a ".repeat(40), "--A--"}) {
      assertThat(CategoryCode.isWellFormed(CategoryCode.of(words))).as(words).isTrue();
    }
    assertThat(CategoryCode.isWellFormed("-a")).isFalse();
    assertThat(CategoryCode.isWellFormed("A")).isFalse();
    assertThat(CategoryCode.isWellFormed("")).isFalse();
  }
}
