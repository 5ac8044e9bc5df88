package org.gridward.gis.formats;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Attribute values as the text a person would write for them. */
final class AttributeText {
  /** "1E999999999" must not become a text of a gigabyte. */
  private static final int MOST_ZEROS = 400;

  private AttributeText() {}

  static @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    String text = plain(value).strip();
    return text.isEmpty() ? null : text;
  }

  private static String plain(Object value) {
    return switch (value) {
      case BigDecimal number -> plainNumber(number);
      case Double number when Double.isFinite(number) -> plainNumber(BigDecimal.valueOf(number));
      default -> value.toString();
    };
  }

  private static String plainNumber(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_ZEROS) {
      return number.toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
