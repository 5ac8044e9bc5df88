package org.gridward.incident.duplicate;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, cut into short pieces that can be compared across typing errors: words of
 * letters into trigrams with a blank before and after ({@code " la", "lam", "amp", "mp "}), runs of
 * Chinese into single characters and pairs, since Chinese writes no blanks. Case, width and accents
 * do not matter. The likeness is Dice's coefficient (Dice 1945) of the pieces with their counts.
 */
final class Wording {

  private final Map<String, Integer> pieces = new HashMap<>();
  private int size;

  private Wording() {}

  /** The wording of these texts together; what is null is left out. */
  static Wording of(@Nullable String... texts) {
    Wording wording = new Wording();
    for (String text : texts) {
      if (text != null) {
        wording.read(plain(text));
      }
    }
    return wording;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private void read(String text) {
    int[] points = text.codePoints().toArray();
    for (int from = 0; from < points.length; ) {
      int to = from + 1;
      while (to < points.length && kind(points[to]) == kind(points[from])) {
        to++;
      }
      switch (kind(points[from])) {
        case HAN -> readHan(points, from, to);
        case WORD -> readWord(new String(points, from, to - from));
        case OTHER -> {}
      }
      from = to;
    }
  }

  private enum Kind {
    HAN,
    WORD,
    OTHER
  }

  private static Kind kind(int point) {
    if (Character.isIdeographic(point)) {
      return Kind.HAN;
    }
    return Character.isLetterOrDigit(point) ? Kind.WORD : Kind.OTHER;
  }

  private void readHan(int[] points, int from, int to) {
    for (int i = from; i < to; i++) {
      add(new String(points, i, 1));
      if (i + 1 < to) {
        add(new String(points, i, 2));
      }
    }
  }

  private void readWord(String word) {
    String padded = " " + word + " ";
    for (int i = 0; i + 3 <= padded.length(); i++) {
      add(padded.substring(i, i + 3));
    }
  }

  private void add(String piece) {
    pieces.merge(piece, 1, Integer::sum);
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** 0 (nothing in common) to 1 (the same pieces); 0 where either is empty. */
  double likeness(Wording other) {
    if (isEmpty() || other.isEmpty()) {
      return 0;
    }
    int shared = 0;
    for (Map.Entry<String, Integer> piece : pieces.entrySet()) {
      shared += Math.min(piece.getValue(), other.pieces.getOrDefault(piece.getKey(), 0));
    }
    return 2.0 * shared / (size + other.size);
  }
}
