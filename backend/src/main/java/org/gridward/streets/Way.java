package org.gridward.streets;

import org.jspecify.annotations.Nullable;

/**
 * From one place to another.
 *
 * @param distance how it was measured
 * @param metres never less than the straight line
 * @param seconds without waiting or traffic; null for a straight line
 */
public record Way(Measured distance, double metres, @Nullable Double seconds) {

  /** How a distance was measured. */
  public enum Measured {
    /** Along streets. */
    STREET("street"),
    /** On the ellipsoid, whatever stands between. */
    STRAIGHT_LINE("straight-line");

    private final String word;

    Measured(String word) {
      this.word = word;
    }

    /** As the API says it. */
    public String word() {
      return word;
    }
  }

  public static Way straight(double metres) {
    return new Way(Measured.STRAIGHT_LINE, metres, null);
  }
}
