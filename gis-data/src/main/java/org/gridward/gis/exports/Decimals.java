package org.gridward.gis.exports;

import java.math.BigDecimal;

/** Numbers as every reader understands them. */
final class Decimals {
  private Decimals() {}

  /** The shortest digits that mean this very number, without an exponent. */
  static String plain(double number) {
    return new BigDecimal(Double.toString(number)).toPlainString();
  }
}
