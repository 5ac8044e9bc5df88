package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Shares small pieces of ground out among cells so that each carries about the same. First a power
 * diagram (Aurenhammer 1987): every piece goes to the centre with the least squared distance less
 * the centre's weight, centres move to the middle of what they got, weights fall where too much is
 * carried. Its cells are compact by construction. Then pieces at the borders change hands where
 * that evens out the load and leaves every cell in one piece.
 */
final class Balance {

  /**
   * The part of the whole load that is spread over the ground, so that empty land counts a little.
   */
  private static final double GROUND_SHARE = 0.05;

  private static final int ROUNDS = 80;

  private final List<Polygon> pieces;
  private final double[] x;
  private final double[] y;
  private final double[] load;
  private final double total;
  private final List<int[]> beside;

  Balance(Geometry ground, List<Polygon> pieces, List<Load> loads) {
    this.pieces = pieces;
    int n = pieces.size();
    x = new double[n];
    y = new double[n];
    LocalPlane plane = new LocalPlane(ground);
    for (int i = 0; i < n; i++) {
      Coordinate middle = plane.toMetres(pieces.get(i).getCentroid().getCoordinate());
      x[i] = middle.x;
      y[i] = middle.y;
    }
    load = loads(loads);
    total = Arrays.stream(load).sum();
    beside = neighbours();
  }

  private double[] loads(List<Load> loads) {
    STRtree tree = new STRtree();
    double[] carried = new double[pieces.size()];
    List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      tree.insert(pieces.get(i).getEnvelopeInternal(), i);
      locators.add(new IndexedPointInAreaLocator(pieces.get(i)));
    }
    double sum = 0;
    for (Load one : loads) {
      Coordinate at = new Coordinate(one.lon(), one.lat());
      for (Object found : tree.query(new Envelope(at))) {
        int piece = (Integer) found;
        if (locators.get(piece).locate(at) != Location.EXTERIOR) {
          carried[piece] += one.weight();
          sum += one.weight();
          break;
        }
      }
    }
    double[] area = pieces.stream().mapToDouble(Measure::squareMetres).toArray();
    double whole = Arrays.stream(area).sum();
    double spread = sum == 0 ? 1 : sum * GROUND_SHARE;
    for (int i = 0; i < carried.length; i++) {
      carried[i] += spread * area[i] / whole;
    }
    return carried;
  }

  private List<int[]> neighbours() {
    Map<LineSegment, Integer> first = new HashMap<>();
    List<List<Integer>> near = new ArrayList<>();
    pieces.forEach(_ -> near.add(new ArrayList<>()));
    for (int i = 0; i < pieces.size(); i++) {
      Coordinate[] ring = pieces.get(i).getExteriorRing().getCoordinates();
      for (int k = 1; k < ring.length; k++) {
        LineSegment edge = new LineSegment(ring[k - 1], ring[k]);
        edge.normalize();
        Integer other = first.putIfAbsent(edge, i);
        if (other != null) {
          near.get(other).add(i);
          near.get(i).add(other);
        }
      }
    }
    return near.stream().map(list -> list.stream().mapToInt(i -> i).distinct().toArray()).toList();
  }

  /** The pieces of each cell; fewer cells than asked for where there are not enough pieces. */
  List<List<Polygon>> share(int cells) {
    int k = Math.min(cells, pieces.size());
    int[] owner = diagram(k);
    new Pieces(owner, k, load, beside).join();
    new Exchange(owner, k, load, beside, total / k).run();
    List<List<Polygon>> shared = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      shared.add(new ArrayList<>());
    }
    for (int i = 0; i < owner.length; i++) {
      shared.get(owner[i]).add(pieces.get(i));
    }
    shared.removeIf(List::isEmpty);
    return shared;
  }

  private int[] diagram(int k) {
    double[] cx = new double[k];
    double[] cy = new double[k];
    seed(cx, cy);
    double[] weight = new double[k];
    int[] owner = new int[x.length];
    double target = total / k;
    double scale = area() / k;
    for (int round = 0; round < ROUNDS; round++) {
      double[] carried = assign(owner, cx, cy, weight);
      double step = scale * 0.6 * (1 - (double) round / ROUNDS);
      for (int j = 0; j < k; j++) {
        weight[j] += step * Math.clamp((target - carried[j]) / target, -1, 1);
      }
      if (round < ROUNDS / 2) {
        centre(owner, cx, cy);
      }
    }
    assign(owner, cx, cy, weight);
    return owner;
  }

  private double area() {
    Envelope box = new Envelope();
    for (int i = 0; i < x.length; i++) {
      box.expandToInclude(x[i], y[i]);
    }
    return Math.max(1, box.getArea());
  }

  /**
   * Every next one where most load lies farthest from those before: the same for the same input.
   */
  private void seed(double[] cx, double[] cy) {
    double[] nearest = new double[x.length];
    Arrays.fill(nearest, 1);
    for (int j = 0; j < cx.length; j++) {
      int best = 0;
      for (int i = 1; i < x.length; i++) {
        if (nearest[i] * load[i] > nearest[best] * load[best]) {
          best = i;
        }
      }
      cx[j] = x[best];
      cy[j] = y[best];
      for (int i = 0; i < x.length; i++) {
        double d = square(x[i] - cx[j]) + square(y[i] - cy[j]);
        nearest[i] = j == 0 ? d : Math.min(nearest[i], d);
      }
    }
  }

  private double[] assign(int[] owner, double[] cx, double[] cy, double[] weight) {
    double[] carried = new double[cx.length];
    for (int i = 0; i < x.length; i++) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < cx.length; j++) {
        double d = square(x[i] - cx[j]) + square(y[i] - cy[j]) - weight[j];
        if (d < least) {
          least = d;
          best = j;
        }
      }
      owner[i] = best;
      carried[best] += load[i];
    }
    return carried;
  }

  private void centre(int[] owner, double[] cx, double[] cy) {
    double[] sum = new double[cx.length];
    double[] sx = new double[cx.length];
    double[] sy = new double[cx.length];
    for (int i = 0; i < owner.length; i++) {
      sum[owner[i]] += load[i];
      sx[owner[i]] += load[i] * x[i];
      sy[owner[i]] += load[i] * y[i];
    }
    for (int j = 0; j < cx.length; j++) {
      if (sum[j] > 0) {
        cx[j] = sx[j] / sum[j];
        cy[j] = sy[j] / sum[j];
      }
    }
  }

  private static double square(double value) {
    return value * value;
  }
}
