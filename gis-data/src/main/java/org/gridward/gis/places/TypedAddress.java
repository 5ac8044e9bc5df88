package org.gridward.gis.places;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A house number and the words of its street, as they may be meant by a typed text.
 *
 * @param number as {@link #number} writes it
 * @param street everything else
 */
public record TypedAddress(String number, String street) {

  private static final String END = "(?![a-z]))?(?:[-/]\\d{1,6}[a-z]?)?)";

  /**
   * A letter by itself may be the number's ({@code 12 b}) or the street's ({@code 12 W 4th St}).
   */
  private static final List<String> NUMBERS =
      List.of("(\\d{1,6}(?:\\s?[a-z]" + END, "(\\d{1,6}(?:[a-z]" + END);

  private static final List<Pattern> FIRST =
      NUMBERS.stream().map(number -> Pattern.compile("^" + number + "[\\s,]+(\\S.*)$")).toList();
  private static final List<Pattern> LAST =
      NUMBERS.stream()
          .map(
              number ->
                  Pattern.compile(
                      "^(.*[\\p{L}\\d])(?:[\\s,]+|(?<=\\p{IsHan}))" + number + "\\s*[号號]?$"))
          .toList();

  /**
   * Every way to read the text as an address, the number first or last: {@code 12 Canal St}, {@code
   * Canal Street 12}, {@code 运河街12号}. Empty where there is no number, or nothing else.
   */
  public static List<TypedAddress> readings(String text) {
    String flat = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    Set<TypedAddress> readings = new LinkedHashSet<>();
    for (Pattern pattern : FIRST) {
      Matcher first = pattern.matcher(flat);
      if (first.matches()) {
        readings.add(new TypedAddress(number(first.group(1)), first.group(2)));
      }
    }
    for (Pattern pattern : LAST) {
      Matcher last = pattern.matcher(flat);
      if (last.matches()) {
        readings.add(new TypedAddress(number(last.group(2)), last.group(1)));
      }
    }
    return List.copyOf(readings);
  }

  /** A house number as it is compared: lower case, without blanks and the sign 号. */
  public static String number(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s号號]", "");
  }
}
