package org.gridward.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PhrasesTests {

  @Test
  void findsRunsOfWordsWithinAClauseTheLongestFirst() {
    assertThat(Phrases.of("A lamp at 12 Canal Street, near Hill Park", _ -> false))
        .contains("12 canal street", "canal street", "hill park")
        .doesNotContain("street near")
        .startsWith("a lamp at 12 canal");
  }

  @Test
  void findsWhatEndsLikeAPlaceInChinese() {
    assertThat(Phrases.of("在运河街12号门口，人民公园旁边", _ -> false))
        .contains("运河街12号", "运河街", "人民公园")
        .doesNotContain("门口人民公园");
  }

  @Test
  void prefersWhatIsKnownInALongText() {
    String text = "the lamps are out and nobody came to look at them so far ".repeat(4);
    assertThat(Phrases.of(text + "at 12 Canal Street", "12 canal street"::equals))
        .hasSize(Phrases.MOST)
        .startsWith("12 canal street", "the lamps are out and");
  }

  @Test
  void namesWholeWordsOnly() {
    assertThat(Phrases.names("by the main street bridge", "main street")).isTrue();
    assertThat(Phrases.names("by the main streets", "main street")).isFalse();
    assertThat(Phrases.names("at 112 canal street", "12 canal street")).isFalse();
    assertThat(Phrases.names("在运河街上", "运河街")).isTrue();
  }

  @Test
  void anyTextGivesAFewPhrasesOfIt() {
    Random random = new Random(23);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(200); j > 0; j--) {
        text.appendCodePoint(
            random.nextBoolean() ? 32 + random.nextInt(90) : 0x4e00 + random.nextInt(200));
      }
      String plain = Phrases.plain(text.toString());
      assertThat(Phrases.of(text.toString(), _ -> random.nextBoolean()))
          .hasSizeLessThanOrEqualTo(Phrases.MOST)
          .doesNotHaveDuplicates()
          .allMatch(phrase -> plain.contains(phrase));
    }
  }
}
