package org.gridward.gis.partition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How codes are made of groups of digits, the widest area first: {@code 6+3+3+3} is six digits of
 * the division, three of the street, three of the community and three that number the cells in it.
 * Cities whose codes are made otherwise keep them: what ends in digits is counted on, anything else
 * gets a hyphen and a number.
 *
 * @param widths of the groups, each 1 to 9; at least one
 */
public record CodeScheme(List<Integer> widths) {

  public CodeScheme {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || widths.stream().anyMatch(width -> width < 1 || width > 9)) {
      throw new IllegalArgumentException(
          "a code scheme has groups of 1 to 9 digits, as 6+3+3+3; this has " + widths);
    }
  }

  /** From {@code 6+3+3+3}. */
  public static CodeScheme parse(String text) {
    try {
      return new CodeScheme(
          Arrays.stream(text.strip().split("\\+", -1)).map(Integer::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a code scheme is written as 6+3+3+3, not '%s'".formatted(text), e);
    }
  }

  /** As it is written: {@code 6+3+3+3}. */
  @Override
  public String toString() {
    return widths.stream().map(String::valueOf).collect(Collectors.joining("+"));
  }

  /** The digits of a whole code. */
  public int length() {
    return widths.stream().mapToInt(Integer::intValue).sum();
  }

  /** The digits that number {@code code} in its row; empty where it does not end in any. */
  public String number(String code) {
    return code.substring(code.length() - sequenceDigits(code));
  }

  /** What a code shares with all that are numbered in one row with it. */
  public String stem(String code) {
    int digits = sequenceDigits(code);
    return digits == 0 ? code + "-" : code.substring(0, code.length() - digits);
  }

  /**
   * What comes before the first code below {@code parent}: the row in which its parts are numbered.
   * Codes that are not of this scheme get a hyphen and as many digits.
   */
  public String rowBelow(String parent) {
    String zeros = "0".repeat(widths.getLast());
    boolean ours = parent.matches("[0-9]{" + (length() - widths.getLast()) + "}");
    return parent + (ours ? "" : "-") + zeros;
  }

  private int sequenceDigits(String code) {
    int most = widths.getLast();
    int digits = 0;
    while (digits < most
        && digits < code.length()
        && isDigit(code.charAt(code.length() - 1 - digits))) {
      digits++;
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The code after all that were ever used in the row of {@code sibling}.
   *
   * @param used codes with the same stem, of areas that are gone too
   * @throws EditRefused {@code codes-exhausted} where the digits are not enough
   */
  public String next(String sibling, Collection<String> used) {
    String stem = stem(sibling);
    int digits = sequenceDigits(sibling);
    long last = 0;
    for (String code : used) {
      String tail = code.startsWith(stem) ? code.substring(stem.length()) : "";
      boolean inRow = digits == 0 ? tail.matches("[0-9]{1,9}") : tail.length() == digits;
      if (inRow && tail.chars().allMatch(c -> isDigit((char) c))) {
        last = Math.max(last, Long.parseLong(tail));
      }
    }
    long number = Math.max(last + 1, digits == 0 ? 2 : 1);
    String text = Long.toString(number);
    if (digits > 0 && text.length() > digits) {
      throw new EditRefused(
          "codes-exhausted", "all codes %s%s have been used".formatted(stem, "n".repeat(digits)));
    }
    return stem + (digits == 0 ? text : String.format(Locale.ROOT, "%0" + digits + "d", number));
  }
}
