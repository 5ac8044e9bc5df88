package org.gridward.gis.places;

/**
 * How many slips of the keyboard lie between what was typed and what is meant: a character too
 * many, too few, another one, or two neighbours swapped (optimal string alignment).
 */
final class Typos {

  private Typos() {}

  /**
   * How many a word of this length may have: none up to 3 characters or in a number, 1 up to 7,
   * else 2.
   */
  static int allowed(String word) {
    if (word.length() < 4 || Character.isDigit(word.charAt(0))) {
      return 0;
    }
    return word.length() < 8 ? 1 : 2;
  }

  /**
   * The fewest slips between {@code typed} and any beginning of {@code whole}.
   *
   * @return more than {@code most}, not exactly how many, where there are more
   */
  static int toBeginning(String typed, String whole, int most) {
    int width = Math.min(whole.length(), typed.length() + most);
    int[] before = new int[width + 1];
    int[] last = new int[width + 1];
    int[] row = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= width; j++) {
        row[j] = step(typed, whole, i, j, before, last, row);
        least = Math.min(least, row[j]);
      }
      if (least > most && i > 1 && least(last) > most) {
        return most + 1;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return least(last);
  }

  /** The fewest slips between {@code typed} and any part of {@code whole}, without swaps. */
  static int toPart(String typed, String whole) {
    int[] last = new int[whole.length() + 1];
    int[] row = new int[whole.length() + 1];
    for (int i = 1; i <= typed.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= whole.length(); j++) {
        int other = typed.charAt(i - 1) == whole.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + other, 1 + Math.min(last[j], row[j - 1]));
      }
      int[] spare = last;
      last = row;
      row = spare;
    }
    return least(last);
  }

  private static int step(
      String typed, String whole, int i, int j, int[] before, int[] last, int[] row) {
    int other = typed.charAt(i - 1) == whole.charAt(j - 1) ? 0 : 1;
    int best = Math.min(last[j - 1] + other, 1 + Math.min(last[j], row[j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == whole.charAt(j - 2)
            && typed.charAt(i - 2) == whole.charAt(j - 1);
    return swapped ? Math.min(best, before[j - 2] + 1) : best;
  }

  private static int least(int[] row) {
    int least = row[0];
    for (int each : row) {
      least = Math.min(least, each);
    }
    return least;
  }
}
