package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;
import org.junit.jupiter.api.Test;

class WordsTests {

  private static final Map<String, Object> ALL =
      Map.of(
          "worker", "Li Na", "active", 5, "capacity", 5, "distanceMetres", 1234.5, "attempts", 8);

  @Test
  void hasWordsForEverythingInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Words words = Words.in(locale);
      for (Verdict verdict : Verdict.values()) {
        assertThat(words.verdict(verdict, ALL)).isNotBlank().doesNotContain("{", "?");
      }
      for (Reason reason : Reason.values()) {
        assertThat(words.reason(reason, ALL)).isNotBlank().doesNotContain("{", "?");
      }
      for (Verdict warning : EnumSet.of(Verdict.OFF_DUTY, Verdict.FULL, Verdict.LACKS_SKILL)) {
        assertThat(words.warning(warning, ALL)).isNotBlank().doesNotContain("{", "?");
      }
    }
  }

  @Test
  void saysTheSameKeysInBothLanguages() {
    ResourceBundle english = ResourceBundle.getBundle("org.gridward.dispatch.words", Locale.ROOT);
    ResourceBundle chinese =
        ResourceBundle.getBundle("org.gridward.dispatch.words", Locale.CHINESE);

    assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
    for (String key : english.keySet()) {
      assertThat(chinese.getString(key)).as(key).isNotEqualTo(english.getString(key));
    }
  }

  @Test
  void writesDistancesAsThePlaceDoes() {
    assertThat(Words.in(Locale.US).reason(Reason.NEAREST, ALL)).contains("Li Na", "1.2 km away");
    assertThat(Words.in(Locale.CHINA).reason(Reason.NEAREST, ALL)).contains("相距1.2公里");
    assertThat(Words.in(Locale.FRANCE).verdict(Verdict.FULL, ALL)).startsWith("Has 5 of 5");
  }
}
