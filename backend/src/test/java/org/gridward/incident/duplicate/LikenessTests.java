package org.gridward.incident.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTests {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static double words(String one, String other) {
    return Wording.of(one).likeness(Wording.of(other));
  }

  private static Telling telling(
      @Nullable String category, @Nullable String words, Instant at, @Nullable Long cell) {
    return new Telling(category, null, null, cell, null, words, at);
  }

  @Test
  void wordsAreAlikeAcrossTypingErrorsCaseAndAccents() {
    assertThat(words("street lamp", "STREET  Lamp!")).isEqualTo(1);
    assertThat(words("café", "cafe")).isEqualTo(1);
    assertThat(words("broken street light", "broken streat light")).isGreaterThan(0.7);
    assertThat(words("broken street light", "loud music at night")).isLessThan(0.35);
    assertThat(words("", "lamp")).isZero();
    assertThat(words("!?", "!?")).isZero();
  }

  @Test
  void chineseIsAlikeWithoutBlanksAndAcrossWidths() {
    assertThat(words("运河街路灯不亮", "运河街12号路灯不亮了")).isGreaterThan(0.7);
    assertThat(words("运河街路灯不亮", "楼上噪音扰民")).isLessThan(0.1);
    assertThat(words("ＡＢＣ路", "abc路")).isEqualTo(1);
  }

  @Test
  void randomWordingsAgreeWithTheDefinition() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      String one = randomText(random);
      String other = randomText(random);
      List<String> left = pieces(one);
      List<String> right = new ArrayList<>(pieces(other));
      int whole = left.size() + right.size();
      int shared = 0;
      for (String piece : left) {
        shared += right.remove(piece) ? 1 : 0;
      }
      double expected = whole == 0 ? 0 : 2.0 * shared / whole;
      assertThat(words(one, other)).as("%s / %s", one, other).isCloseTo(expected, within(1e-12));
      assertThat(words(other, one)).isEqualTo(words(one, other));
    }
  }

  /** Blanks between words and Chinese, so that the definition needs no reading of scripts. */
  private static String randomText(Random random) {
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String alphabet = random.nextBoolean() ? "abc1" : "路灯街";
      StringBuilder part = new StringBuilder();
      for (int j = random.nextInt(5); j >= 0; j--) {
        part.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      parts.add(part.toString());
    }
    return String.join(random.nextBoolean() ? " " : ", ", parts);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (String part : text.split("[ ,]+")) {
      if (part.isEmpty()) {
        continue;
      }
      boolean han = part.charAt(0) > 255;
      String padded = han ? part : " " + part + " ";
      for (int i = 0; i < padded.length(); i++) {
        if (han) {
          pieces.add(padded.substring(i, i + 1));
        }
        int length = han ? 2 : 3;
        if (i + length <= padded.length()) {
          pieces.add(padded.substring(i, i + length));
        }
      }
    }
    return pieces;
  }

  @Test
  void eachPartFallsAsItSays() {
    Telling one = telling("noise", "loud music", NOW, 7L);
    Telling later = telling("litter", "loud music", NOW.plus(Duration.ofHours(24)), 7L);
    Likeness likeness = Likeness.between(one, later, 200.0);
    assertThat(likeness.near()).isEqualTo(0.25);
    assertThat(likeness.time()).isEqualTo(0.5);
    assertThat(likeness.kind()).isZero();
    assertThat(likeness.words()).isEqualTo(1);
    assertThat(likeness.score())
        .isCloseTo(0.4 * 0.25 + 0.15 * 0.5 + 0.2 * 0 + 0.25 * 1, within(1e-12));
    assertThat(Likeness.between(later, one, 200.0)).isEqualTo(likeness);
  }

  @Test
  void whatOneDoesNotSayIsLeftOutOfTheMean() {
    Likeness sameCell =
        Likeness.between(telling(null, null, NOW, 7L), telling("x", "y", NOW, 7L), null);
    assertThat(sameCell.kind()).isNull();
    assertThat(sameCell.words()).isNull();
    assertThat(sameCell.score()).isCloseTo((0.15 + 0.4 * 0.4) / 0.55, within(1e-12));
    assertThat(
            Likeness.between(telling("x", null, NOW, 7L), telling("x", null, NOW, 8L), null).near())
        .isZero();
  }

  @Test
  void timeAndKindAloneMakeNoDuplicate() {
    Likeness likeness =
        Likeness.between(telling("x", null, NOW, null), telling("x", null, NOW, null), null);
    assertThat(likeness.score()).isZero();
  }

  @Test
  void whatIsElsewhereAndToldInOtherWordsIsNoDuplicateHoweverSoonAndAlikeInKind() {
    Telling music = telling("noise", "loud music", NOW, 7L);
    Telling dog = telling("noise", "barking dog", NOW, 8L);
    assertThat(Likeness.between(music, dog, null).score()).isZero();
    assertThat(Likeness.between(music, dog, 2_000.0).score()).isZero();
    assertThat(Likeness.between(music, dog, 100.0).score()).isGreaterThan(0.5);
    assertThat(Likeness.between(music, music, 2_000.0).score()).isGreaterThan(0.5);
  }

  @Test
  void aFewLettersThatTwoSentencesShareAreNoWordsInCommon() {
    Telling smoke = telling("fire", "smoke from the third floor, Harbour Road 12", NOW, null);
    Telling market = telling("litter", "in front of the market, 7 Yuefang Street", NOW, null);
    assertThat(Likeness.between(smoke, market, null).words()).isBetween(0.1, 0.2);
    assertThat(Likeness.between(smoke, market, null).score()).isZero();
    assertThat(Likeness.between(smoke, market, 20.0).score()).isGreaterThan(0.3);
  }
}
