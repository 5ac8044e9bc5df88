package org.gridward.grid.imports;

import org.jspecify.annotations.Nullable;

/** What text of a file can be kept of an area. */
final class AreaText {

  private static final int LONGEST_NAME = 200;

  private AreaText() {}

  /**
   * The name, as it is.
   *
   * @param column where it stands, for the message
   * @throws FaultyFeature {@code name-too-long}, {@code attributes-unreadable}
   */
  static String name(String text, @Nullable String column) {
    if (text.length() > LONGEST_NAME) {
      throw new FaultyFeature(
          "name-too-long",
          "the attribute %s has %d characters; a name has 200 at most"
              .formatted(column, text.length()));
    }
    require(text, column);
    return text;
  }

  /** Refuses zero characters, which the database does not hold. */
  static void require(String text, @Nullable String column) {
    if (text.indexOf(0) >= 0) {
      throw new FaultyFeature(
          "attributes-unreadable", "the attribute %s holds a zero character".formatted(column));
    }
  }
}
