package org.gridward.dispatch;

import org.jspecify.annotations.Nullable;

/** Checks what people give as a reason. */
final class Reasons {

  private static final int LONGEST = 500;

  private Reasons() {}

  /** The reason, stripped; there must be one. */
  static String require(String command, @Nullable String reason) {
    String clean = clean(reason);
    if (clean == null) {
      throw new ReasonMissing(command);
    }
    return clean;
  }

  /** The reason, stripped; null when there is none. */
  static @Nullable String clean(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return null;
    }
    String clean = reason.strip();
    if (clean.length() > LONGEST) {
      throw new ReasonTooLong(clean.length(), LONGEST);
    }
    return clean;
  }
}
