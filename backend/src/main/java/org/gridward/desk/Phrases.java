package org.gridward.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parts of a text that may be the name of a place, the longest first: runs of up to {@value
 * #MOST_WORDS} words within a clause, and in Chinese what ends in a word for a road, a house or a
 * place.
 */
final class Phrases {

  static final int MOST = 30;
  private static final int MOST_WORDS = 5;
  private static final int LEAST_LETTERS = 5;
  private static final int MOST_HAN = 9;
  private static final String HAN_ENDS = "路街巷道号院区村镇桥站园场厦楼校店寺湖河";

  private Phrases() {}

  /**
   * At most {@value #MOST}, each once.
   *
   * @param known those that pass come before all others, so that a long text has its names too
   */
  static List<String> of(String text, Predicate<String> known) {
    Set<String> phrases = new LinkedHashSet<>();
    List<List<String>> clauses = new ArrayList<>();
    for (String clause : plain(text).split("[\\n,;.!?()，。；、！？（）:：\"“”]+")) {
      addHan(clause, phrases);
      clauses.add(
          List.of(clause.strip().split("[\\s]+")).stream().filter(w -> !w.isEmpty()).toList());
    }
    for (int size = MOST_WORDS; size > 0; size--) {
      for (List<String> words : clauses) {
        for (int from = 0; from + size <= words.size(); from++) {
          String phrase = String.join(" ", words.subList(from, from + size));
          if (phrase.length() >= LEAST_LETTERS && !hasHan(phrase)) {
            phrases.add(phrase);
          }
        }
      }
    }
    List<String> most = new ArrayList<>(phrases.stream().filter(known).limit(MOST).toList());
    phrases.stream()
        .filter(phrase -> !most.contains(phrase))
        .limit(MOST - most.size())
        .toList()
        .forEach(most::add);
    return List.copyOf(most);
  }

  private static void addHan(String clause, Set<String> phrases) {
    for (int length = MOST_HAN; length > 1; length--) {
      for (int end = length; end <= clause.length(); end++) {
        String phrase = clause.substring(end - length, end);
        boolean ends = HAN_ENDS.indexOf(phrase.charAt(length - 1)) >= 0;
        if (ends && phrase.codePoints().allMatch(Phrases::isHanOrDigit) && hasHan(phrase)) {
          phrases.add(phrase);
        }
      }
    }
  }

  private static boolean isHanOrDigit(int point) {
    return Character.isIdeographic(point) || Character.isDigit(point);
  }

  private static boolean hasHan(String phrase) {
    return phrase.codePoints().anyMatch(Character::isIdeographic);
  }

  /** Without differences of width, case and blanks. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\t\\x0B\\f\\r ]+", " ")
        .strip();
  }

  /** True when the plain text names it: whole words, or any run in Chinese. */
  static boolean names(String plainText, String plainName) {
    int at = plainText.indexOf(plainName);
    while (at >= 0) {
      int end = at + plainName.length();
      if (hasHan(plainName) || (isEdge(plainText, at - 1) && isEdge(plainText, end))) {
        return true;
      }
      at = plainText.indexOf(plainName, at + 1);
    }
    return false;
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
