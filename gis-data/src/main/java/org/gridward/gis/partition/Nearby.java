package org.gridward.gis.partition;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the centre a point belongs to: among those around the last answer, now and then among all.
 */
final class Nearby {

  private static final int FEW = 24;
  private static final int ALL_EVERY = 30;
  private static final int RENEW_EVERY = 15;

  private final PowerDiagram diagram;
  private int[][] around = new int[0][];

  Nearby(PowerDiagram diagram) {
    this.diagram = diagram;
  }

  /** To be called at the beginning of each round: centres may have moved. */
  void renew(int round) {
    if (diagram.centres() > FEW && round % RENEW_EVERY == 0) {
      around = IntStream.range(0, diagram.centres()).mapToObj(this::around).toArray(int[][]::new);
    }
  }

  private boolean asksAll(int round) {
    return diagram.centres() <= FEW || round % ALL_EVERY == 0;
  }

  private int[] around(int centre) {
    double[] power = new double[diagram.centres()];
    for (int i = 0; i < power.length; i++) {
      power[i] = diagram.power(i, diagram.x()[centre], diagram.y()[centre]);
    }
    double[] sorted = power.clone();
    Arrays.sort(sorted);
    return IntStream.range(0, power.length).filter(i -> power[i] <= sorted[FEW]).toArray();
  }

  int at(double px, double py, int last, int round) {
    if (asksAll(round)) {
      return diagram.at(px, py);
    }
    int best = last;
    double least = diagram.power(last, px, py);
    for (int centre : around[last]) {
      double d = diagram.power(centre, px, py);
      if (d < least) {
        least = d;
        best = centre;
      }
    }
    return best;
  }
}
