package org.gridward.gis.exports;

/** Text as XML 1.0 can hold it. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** Control characters and halves of pairs, which XML has no way to write, become U+FFFD. */
  static String sound(String text) {
    StringBuilder sound = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> isSound(character) ? character : REPLACEMENT)
        .forEach(sound::appendCodePoint);
    return sound.toString();
  }

  private static boolean isSound(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
