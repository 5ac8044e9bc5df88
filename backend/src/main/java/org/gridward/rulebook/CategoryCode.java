package org.gridward.rulebook;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/** Codes of categories: what they may look like, and how one is made from words. */
public final class CategoryCode {

  private static final int LONGEST = 64;

  private CategoryCode() {}

  /** True for 1 to 64 of a-z, 0-9 and hyphen, beginning with a letter or digit. */
  public static boolean isWellFormed(String code) {
    return code.length() <= LONGEST && code.matches("[a-z0-9][a-z0-9-]*");
  }

  /**
   * The code that words get: {@code Noise - Residential} becomes {@code noise-residential}. Words
   * without a Latin letter or digit get a number that is always the same for the same words.
   */
  public static String of(String words) {
    String plain =
        Normalizer.normalize(words, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String code = cut(strip(plain));
    return code.isEmpty() ? "c-" + digest(words.strip()) : code;
  }

  private static String strip(String text) {
    return text.replaceAll("^-|-$", "");
  }

  private static String cut(String code) {
    return code.length() <= LONGEST ? code : strip(code.substring(0, LONGEST));
  }

  private static String digest(String words) {
    CRC32 crc = new CRC32();
    crc.update(words.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
