package org.gridward.gis.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A house number and the words of its street, as they may be meant by a typed text.
 *
 * @param number as {@link #number} writes it
 * @param street everything else
 */
public record TypedAddress(String number, String street) {

  private static final String NUMBER = "(\\d{1,6}(?:\\s?[a-z](?![a-z]))?(?:[-/]\\d{1,6}[a-z]?)?)";
  private static final Pattern FIRST = Pattern.compile("^" + NUMBER + "[\\s,]+(\\S.*)$");
  private static final Pattern LAST =
      Pattern.compile("^(.*[\\p{L}\\d])(?:[\\s,]+|(?<=\\p{IsHan}))" + NUMBER + "\\s*[号號]?$");

  /**
   * Every way to read the text as an address, the number first or last: {@code 12 Canal St}, {@code
   * Canal Street 12}, {@code 运河街12号}. Empty where there is no number, or nothing else.
   */
  public static List<TypedAddress> readings(String text) {
    String flat = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    List<TypedAddress> readings = new ArrayList<>();
    Matcher first = FIRST.matcher(flat);
    if (first.matches()) {
      readings.add(new TypedAddress(number(first.group(1)), first.group(2)));
    }
    Matcher last = LAST.matcher(flat);
    if (last.matches()) {
      readings.add(new TypedAddress(number(last.group(2)), last.group(1)));
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
