package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies where on some ground, as points with a share of the load and a share of the ground;
 * each sum up to 1, or to 0 where there is no load.
 *
 * @param x metres
 * @param y metres
 */
record Spread(double[] x, double[] y, double[] load, double[] ground) {

  private static final int GROUND_POINTS = 12_000;
  private static final int MOST_EACH = 400;
  private static final int LEAST_EACH = 24;

  /** A point of the load stands for a square with this side, in sides of one of the ground. */
  private static final double FINER = 0.6;

  /**
   * @param cells how many it will be shared out among: the fewer, the more points each
   */
  static Spread of(Geometry ground, LocalPlane plane, List<Load> loads, int cells) {
    double squareMetres = Measure.squareMetres(ground);
    int each = Math.clamp(GROUND_POINTS / cells, LEAST_EACH, MOST_EACH);
    double square = squareMetres / ((double) cells * each);
    List<Coordinate> ofGround = Scatter.inMetres(ground, plane, square);
    if (ofGround.isEmpty()) {
      ofGround = List.of(plane.toMetres(Polygons.inside(ground)));
    }
    List<double[]> ofLoad = gathered(plane, loads, Math.sqrt(square) * FINER);
    int n = ofGround.size() + ofLoad.size();
    Spread spread = new Spread(new double[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < ofGround.size(); i++) {
      spread.put(i, ofGround.get(i).x, ofGround.get(i).y, 0, 1.0 / ofGround.size());
    }
    double total = ofLoad.stream().mapToDouble(one -> one[2]).sum();
    for (int i = 0; i < ofLoad.size(); i++) {
      double[] one = ofLoad.get(i);
      spread.put(ofGround.size() + i, one[0], one[1], one[2] / total, 0);
    }
    return spread;
  }

  private void put(int i, double px, double py, double ofLoad, double ofGround) {
    x[i] = px;
    y[i] = py;
    load[i] = ofLoad;
    ground[i] = ofGround;
  }

  /** Loads of one small square as one in their middle: x, y, weight. */
  private static List<double[]> gathered(LocalPlane plane, List<Load> loads, double side) {
    Map<Long, double[]> squares = new HashMap<>();
    List<double[]> inOrder = new ArrayList<>();
    for (Load one : loads) {
      Coordinate at = plane.toMetres(new Coordinate(one.lon(), one.lat()));
      long key = (long) Math.floor(at.x / side) << 32 ^ (long) Math.floor(at.y / side);
      double[] sum =
          squares.computeIfAbsent(
              key,
              _ -> {
                double[] fresh = new double[3];
                inOrder.add(fresh);
                return fresh;
              });
      sum[0] += at.x * one.weight();
      sum[1] += at.y * one.weight();
      sum[2] += one.weight();
    }
    inOrder.forEach(
        sum -> {
          sum[0] /= sum[2];
          sum[1] /= sum[2];
        });
    return inOrder;
  }

  int size() {
    return x.length;
  }

  boolean hasLoad() {
    return Arrays.stream(load).anyMatch(one -> one > 0);
  }

  /**
   * What each point counts; all together 1.
   *
   * @param groundShare how much of all ground counts
   * @param most no point's load counts for more: what cannot be shared out must not shape the rest
   */
  double[] mass(double groundShare, double most) {
    double[] capped = load.clone();
    double total = hasLoad() ? 1 : 0;
    for (int round = 0; round < 8 && total > 0; round++) {
      double limit = total * most;
      for (int i = 0; i < capped.length; i++) {
        capped[i] = Math.min(capped[i], limit);
      }
      total = Arrays.stream(capped).sum();
    }
    double ofGround = total > 0 ? groundShare : 1;
    double[] mass = new double[size()];
    for (int i = 0; i < mass.length; i++) {
      mass[i] = ofGround * ground[i] + (total > 0 ? (1 - ofGround) * capped[i] / total : 0);
    }
    return mass;
  }
}
