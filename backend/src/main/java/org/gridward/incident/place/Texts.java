package org.gridward.incident.place;

import org.gridward.incident.ReportRejected;
import org.jspecify.annotations.Nullable;

/** Free text from outside, made safe to store. */
public final class Texts {

  private Texts() {}

  /**
   * The text without blanks around it; null when nothing is left.
   *
   * @throws ReportRejected when it is longer than {@code limit} or cannot be stored
   */
  public static @Nullable String clean(String field, @Nullable String text, int limit) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String clean = text.strip();
    if (clean.length() > limit) {
      throw ReportRejected.tooLong(field, clean.length(), limit);
    }
    if (clean.codePoints().anyMatch(c -> c == 0 || isHalfAPair(c))) {
      throw ReportRejected.unreadable(field);
    }
    return clean;
  }

  private static boolean isHalfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
