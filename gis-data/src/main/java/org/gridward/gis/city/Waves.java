package org.gridward.gis.city;

import java.util.Random;

/** Slow made-up unevenness: a sum of sine waves, between -1 and 1. */
final class Waves {

  private final double[] x;
  private final double[] y;
  private final double[] phase;

  /**
   * @param length metres (or radians) from crest to crest of the longest wave; the others are
   *     shorter by up to three times
   */
  Waves(Random random, int count, double length) {
    x = new double[count];
    y = new double[count];
    phase = new double[count];
    for (int i = 0; i < count; i++) {
      double turn = random.nextDouble() * 2 * Math.PI;
      double times = 2 * Math.PI / length * (1 + 2.0 * i / count);
      x[i] = Math.cos(turn) * times;
      y[i] = Math.sin(turn) * times;
      phase[i] = random.nextDouble() * 2 * Math.PI;
    }
  }

  double at(double east, double north) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.sin(east * x[i] + north * y[i] + phase[i]);
    }
    return sum / x.length;
  }
}
