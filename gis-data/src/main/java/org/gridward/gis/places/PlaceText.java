package org.gridward.gis.places;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as it is compared: without case, accents and punctuation, abbreviations written out.
 *
 * @param words of letters and digits that are not Chinese, in order
 * @param han its Chinese characters, without anything between, all simplified: {@code 華埠} and
 *     {@code 华埠} are one name
 */
public record PlaceText(List<String> words, String han) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}|['’`´]");
  private static final Pattern NUMBER_SIGN = Pattern.compile("(?<=\\d)[号號]");
  private static final Pattern PART = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");

  /** Safe for any number of threads. */
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  /** What an abbreviation may stand for; the first is meant where nothing else is known. */
  private static final Map<String, List<String>> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("st", List.of("street", "saint")),
          Map.entry("str", List.of("street")),
          Map.entry("ave", List.of("avenue")),
          Map.entry("av", List.of("avenue")),
          Map.entry("rd", List.of("road")),
          Map.entry("blvd", List.of("boulevard")),
          Map.entry("dr", List.of("drive")),
          Map.entry("ln", List.of("lane")),
          Map.entry("pl", List.of("place")),
          Map.entry("sq", List.of("square")),
          Map.entry("ct", List.of("court")),
          Map.entry("pkwy", List.of("parkway")),
          Map.entry("hwy", List.of("highway")),
          Map.entry("expy", List.of("expressway")),
          Map.entry("ter", List.of("terrace")),
          Map.entry("plz", List.of("plaza")),
          Map.entry("mt", List.of("mount")),
          Map.entry("ft", List.of("fort")),
          Map.entry("n", List.of("north")),
          Map.entry("s", List.of("south")),
          Map.entry("e", List.of("east")),
          Map.entry("w", List.of("west")));

  private static final Map<String, String> SPELT_OUT =
      Map.of(
          "first", "1", "second", "2", "third", "3", "fourth", "4", "fifth", "5", "sixth", "6",
          "seventh", "7", "eighth", "8", "ninth", "9", "tenth", "10");

  public PlaceText {
    words = List.copyOf(words);
  }

  /**
   * A name as a map or a list writes it. {@code St Mark's} is a saint, {@code Mark St} a street.
   */
  public static PlaceText ofName(String name) {
    PlaceText plain = plain(name);
    List<String> words = new ArrayList<>();
    for (String word : plain.words) {
      boolean before = words.isEmpty() && plain.words.size() > 1;
      List<String> meant = meanings(word);
      words.add(word.equals("st") && before ? "saint" : meant.getFirst());
    }
    return new PlaceText(words, plain.han);
  }

  /** A text as it was typed, nothing written out yet: see {@link #meanings}. */
  static PlaceText plain(String text) {
    String flat =
        Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFD);
    String bare = MARKS.matcher(flat).replaceAll("").toLowerCase(Locale.ROOT).replace("&", " and ");
    Matcher parts = PART.matcher(NUMBER_SIGN.matcher(bare).replaceAll(" "));
    List<String> words = new ArrayList<>();
    StringBuilder han = new StringBuilder();
    while (parts.find()) {
      if (Character.UnicodeScript.of(parts.group().codePointAt(0)) == Character.UnicodeScript.HAN) {
        han.append(parts.group());
      } else {
        words.add(parts.group());
      }
    }
    return new PlaceText(words, han.isEmpty() ? "" : SIMPLIFIED.transliterate(han.toString()));
  }

  /** What a word may stand for, the likeliest first; itself where it is no abbreviation. */
  static List<String> meanings(String word) {
    return findOrdinal(word)
        .map(List::of)
        .orElseGet(() -> WRITTEN_OUT.getOrDefault(word, List.of(word)));
  }

  /** The number of {@code 5th} and {@code fifth}; empty for any other word, {@code 5} too. */
  static Optional<String> findOrdinal(String word) {
    Matcher ordinal = ORDINAL.matcher(word);
    return ordinal.matches()
        ? Optional.of(ordinal.group(1))
        : Optional.ofNullable(SPELT_OUT.get(word));
  }

  /**
   * What a typed word may begin: itself and everything it may stand for. An ordinal is whole:
   * {@code 5th} begins no {@code 51}, {@code 5} does.
   */
  static Set<String> beginnings(String word) {
    Set<String> beginnings = new LinkedHashSet<>();
    if (findOrdinal(word).isEmpty()) {
      beginnings.addAll(meanings(word));
    }
    beginnings.add(word);
    return beginnings;
  }

  /** Whether a word of a name is this typed word or one of its meanings, to the last letter. */
  static boolean isWhole(String typed, String word) {
    return typed.equals(word) || meanings(typed).contains(word);
  }

  /** Whether a word of a name begins with the typed word or its likeliest meaning. */
  static boolean isBeginning(String typed, String word) {
    String meant = meanings(typed).getFirst();
    boolean means = findOrdinal(typed).isPresent() ? word.equals(meant) : word.startsWith(meant);
    return means || word.startsWith(typed);
  }

  public boolean isEmpty() {
    return words.isEmpty() && han.isEmpty();
  }

  /** One text for the whole name, equal for names that are compared as equal. */
  public String key() {
    return han.isEmpty() ? String.join(" ", words) : (han + " " + String.join(" ", words)).strip();
  }
}
