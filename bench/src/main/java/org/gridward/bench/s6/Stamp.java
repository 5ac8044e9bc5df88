package org.gridward.bench.s6;

import java.util.Locale;

/**
 * The time in an event: a mark that occurs nowhere else, then {@link System#nanoTime()}, which is
 * one clock for all processes of a Linux machine.
 */
public final class Stamp {

  static final byte MARK = '~';
  static final int DIGITS = 18;

  private Stamp() {}

  public static String now() {
    return "~" + String.format(Locale.ROOT, "%018d", System.nanoTime());
  }

  /** A body of {@code length} ASCII characters with the stamp of this moment in it. */
  public static String body(int length) {
    String open = "{\"stamp\":\"" + now() + "\",\"fill\":\"";
    return open + "x".repeat(Math.max(0, length - open.length() - 2)) + "\"}";
  }
}
