package org.gridward.gis.formats;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What programs write into a .cpg: "UTF-8", "GBK", "936", "ANSI 1252", "65001", "88591". */
final class CodePage {
  private CodePage() {}

  /** Null where the text names none that is known: the .dbf's own language mark decides. */
  static @Nullable Charset of(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP)[ -]?", "");
    return switch (name) {
      case "" -> null;
      case "65001", "UTF8" -> Charset.forName("UTF-8");
      case "936", "54936" -> Charset.forName("GB18030");
      case "950" -> Charset.forName("Big5");
      case "88591" -> Charset.forName("ISO-8859-1");
      default ->
          Stream.of(name, "windows-" + name, "IBM" + name)
              .filter(CodePage::known)
              .map(Charset::forName)
              .findFirst()
              .orElse(null);
    };
  }

  private static boolean known(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
