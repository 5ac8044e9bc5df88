package org.gridward.gis.cells;

/**
 * Plain code-point order of strings, the order of PostgreSQL's collation "C" on UTF-8. {@link
 * String#compareTo} differs from it beyond the basic plane, where surrogates sort below U+E000.
 */
final class CodePointOrder {
  private CodePointOrder() {}

  static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Integer.compare(rank(x), rank(y));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
