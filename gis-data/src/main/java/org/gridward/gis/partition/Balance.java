package org.gridward.gis.partition;

import java.util.Arrays;

/**
 * Finds the power diagram whose cells each carry the same and whose centres lie in the middle of
 * their ground: in turns, weights rise where too little is carried and fall where it is too much
 * (that there are such weights for any centres: Aurenhammer, Hoffmann, Aronov, Minkowski-type
 * theorems and least-squares clustering, 1998), and centres move to the middle of what they hold.
 * The same for the same input.
 */
final class Balance {

  /** Rounds in which centres move, every third time; then those in which only weights change. */
  private static final int MOVING = 120;

  private static final int RESTING = 90;
  private static final int MOVE_EVERY = 3;

  /** What a point without ground counts for the middle of a cell: only where there is no other. */
  private static final double HARDLY = 1e-12;

  private final Spread spread;
  private final double[] mass;
  private final double squareMetres;
  private final PowerDiagram diagram;
  private final int[] owner;
  private final double[] carried;
  private final double[] held;
  private final Nearby nearby;

  private Balance(Spread spread, double[] mass, double squareMetres, int cells) {
    this.spread = spread;
    this.squareMetres = squareMetres;
    this.mass = mass;
    diagram = new PowerDiagram(new double[cells], new double[cells], new double[cells]);
    owner = new int[spread.size()];
    carried = new double[cells];
    held = new double[cells];
    nearby = new Nearby(diagram);
  }

  /**
   * @param mass what each point of the spread counts, all together 1
   * @param squareMetres of the ground
   */
  static PowerDiagram find(Spread spread, double[] mass, double squareMetres, int cells) {
    Balance balance = new Balance(spread, mass, squareMetres, cells);
    balance.seed();
    return balance.settle();
  }

  private PowerDiagram settle() {
    double[] best = diagram.weight().clone();
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOVING + RESTING; round++) {
      boolean moving = round < MOVING;
      nearby.renew(round);
      assign(round);
      double off = Arrays.stream(carried).map(one -> Math.abs(one * carried.length - 1)).sum();
      if (!moving && off < least) {
        least = off;
        best = diagram.weight().clone();
      }
      if (moving && round % MOVE_EVERY == 0) {
        move();
      }
      weigh(moving ? 0.5 : 0.5 - 0.45 * (round - MOVING) / RESTING);
    }
    return new PowerDiagram(diagram.x(), diagram.y(), best);
  }

  private void assign(int round) {
    Arrays.fill(carried, 0);
    Arrays.fill(held, 0);
    for (int i = 0; i < owner.length; i++) {
      owner[i] = nearby.at(spread.x()[i], spread.y()[i], owner[i], round);
      carried[owner[i]] += mass[i];
      held[owner[i]] += spread.ground()[i];
    }
  }

  /**
   * A weight that grows by w moves the borders by w / 2d, d the distance of the centres; for a
   * round cell that gains about π/2 w of ground (here 1/0.64 for its inverse). So much weight is
   * given as brings the ground that carries what is missing, half a cell's at most.
   */
  private void weigh(double damping) {
    double target = 1.0 / carried.length;
    for (int j = 0; j < carried.length; j++) {
      double area = Math.max(held[j], 0.02 * target) * squareMetres;
      double lacking = (target - carried[j]) / Math.max(carried[j], 0.1 * target);
      diagram.weight()[j] += damping * 0.64 * area * Math.clamp(lacking, -0.5, 0.5);
    }
  }

  /** To the middle of the ground that is held: that makes cells round, whatever they carry. */
  private void move() {
    int cells = carried.length;
    double[] sum = new double[cells];
    double[] sx = new double[cells];
    double[] sy = new double[cells];
    for (int i = 0; i < owner.length; i++) {
      double w = spread.ground()[i] + HARDLY;
      sum[owner[i]] += w;
      sx[owner[i]] += w * spread.x()[i];
      sy[owner[i]] += w * spread.y()[i];
    }
    for (int j = 0; j < cells; j++) {
      if (sum[j] > 0) {
        diagram.x()[j] = sx[j] / sum[j];
        diagram.y()[j] = sy[j] / sum[j];
      }
    }
  }

  /** Every next one where most is carried farthest from those before. */
  private void seed() {
    double[] nearest = new double[mass.length];
    Arrays.fill(nearest, 1);
    for (int j = 0; j < carried.length; j++) {
      int best = 0;
      for (int i = 1; i < mass.length; i++) {
        if (nearest[i] * mass[i] > nearest[best] * mass[best]) {
          best = i;
        }
      }
      diagram.x()[j] = spread.x()[best];
      diagram.y()[j] = spread.y()[best];
      for (int i = 0; i < mass.length; i++) {
        double dx = spread.x()[i] - diagram.x()[j];
        double dy = spread.y()[i] - diagram.y()[j];
        double d = dx * dx + dy * dy;
        nearest[i] = j == 0 ? d : Math.min(nearest[i], d);
      }
    }
  }
}
