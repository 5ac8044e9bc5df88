package org.gridward.gis.crs;

import java.util.function.Consumer;

/** Undoes a shift that is small and changes slowly, by fixed-point iteration. */
final class PointInverse {
  /** A thousandth of a millimetre; far above what doubles lose here. */
  private static final double DEGREES = 1e-11;

  private static final int MOST_STEPS = 60;

  private PointInverse() {}

  /** Replaces {@code point} by the one that {@code shift} moves there. */
  static void of(Consumer<double[]> shift, double[] point) {
    double[] guess = point.clone();
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] shifted = guess.clone();
      shift.accept(shifted);
      double east = point[0] - shifted[0];
      double north = point[1] - shifted[1];
      guess[0] += east;
      guess[1] += north;
      if (Math.abs(east) < DEGREES && Math.abs(north) < DEGREES) {
        break;
      }
    }
    point[0] = guess[0];
    point[1] = guess[1];
  }
}
