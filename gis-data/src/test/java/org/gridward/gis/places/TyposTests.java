package org.gridward.gis.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TyposTests {

  private static final int ROUNDS = 20_000;

  @Test
  void countsSlipsToABeginningAsBruteForceDoes() {
    Random random = new Random(130);
    for (int i = 0; i < ROUNDS; i++) {
      String typed = word(random, 1 + random.nextInt(7));
      String whole = word(random, 1 + random.nextInt(9));
      int exact = leastToBeginning(typed, whole);
      int most = random.nextInt(3);
      int told = Typos.toBeginning(typed, whole, most);
      if (exact <= most) {
        assertThat(told).as("%s in %s", typed, whole).isEqualTo(exact);
      } else {
        assertThat(told).as("%s in %s", typed, whole).isGreaterThan(most);
      }
    }
  }

  @Test
  void countsSlipsToAPartAsBruteForceDoes() {
    Random random = new Random(131);
    for (int i = 0; i < ROUNDS; i++) {
      String typed = word(random, 1 + random.nextInt(4));
      String whole = word(random, random.nextInt(7));
      int least = typed.length();
      for (int from = 0; from <= whole.length(); from++) {
        for (int to = from; to <= whole.length(); to++) {
          least = Math.min(least, distance(typed, whole.substring(from, to), false));
        }
      }
      assertThat(Typos.toPart(typed, whole)).as("%s in %s", typed, whole).isEqualTo(least);
    }
  }

  private static int leastToBeginning(String typed, String whole) {
    int least = typed.length();
    for (int to = 0; to <= whole.length(); to++) {
      least = Math.min(least, distance(typed, whole.substring(0, to), true));
    }
    return least;
  }

  /** By the definition, without a table: all ways to go on are tried. */
  private static int distance(String a, String b, boolean swaps) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    if (a.charAt(0) == b.charAt(0)) {
      return distance(a.substring(1), b.substring(1), swaps);
    }
    int least =
        1
            + Math.min(
                distance(a.substring(1), b.substring(1), swaps),
                Math.min(distance(a.substring(1), b, swaps), distance(a, b.substring(1), swaps)));
    boolean swapped =
        swaps
            && a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0);
    return swapped ? Math.min(least, 1 + distance(a.substring(2), b.substring(2), swaps)) : least;
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
