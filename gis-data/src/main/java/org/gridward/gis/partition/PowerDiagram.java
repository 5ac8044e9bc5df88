package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * The plane shared out among centres: a point belongs to the one with the least squared distance
 * less the centre's weight (Aurenhammer, Power Diagrams, 1987). What a centre has is convex and its
 * borders are straight.
 *
 * @param x of the centres, metres
 * @param y of the centres, metres
 * @param weight of the centres, square metres
 */
record PowerDiagram(double[] x, double[] y, double[] weight) {

  /** Corners nearer to each other than this, in metres, are one. */
  private static final double ONE_CORNER = 1e-3;

  private static final GeometryFactory METRES = new GeometryFactory();

  /** A corner, and whose border begins there; -1 where the box ends. */
  private record Corner(double x, double y, int beside) {}

  int centres() {
    return x.length;
  }

  /** The centre that a point belongs to. */
  int at(double px, double py) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double d = power(i, px, py);
      if (d < least) {
        least = d;
        best = i;
      }
    }
    return best;
  }

  double power(int centre, double px, double py) {
    double dx = px - x[centre];
    double dy = py - y[centre];
    return dx * dx + dy * dy - weight[centre];
  }

  /** The borders of every two centres within a box, each once, their common ends the same. */
  List<LineString> borders(Envelope box) {
    KdTree corners = new KdTree(ONE_CORNER);
    List<LineString> borders = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      List<Corner> ring = cell(i, box);
      for (int k = 0; k < ring.size(); k++) {
        Corner from = ring.get(k);
        Corner to = ring.get((k + 1) % ring.size());
        if (from.beside > i) {
          Coordinate a = corners.insert(new Coordinate(from.x, from.y)).getCoordinate();
          Coordinate b = corners.insert(new Coordinate(to.x, to.y)).getCoordinate();
          if (!a.equals2D(b)) {
            borders.add(METRES.createLineString(new Coordinate[] {a.copy(), b.copy()}));
          }
        }
      }
    }
    return borders;
  }

  private List<Corner> cell(int centre, Envelope box) {
    List<Corner> ring =
        List.of(
            new Corner(box.getMinX(), box.getMinY(), -1),
            new Corner(box.getMaxX(), box.getMinY(), -1),
            new Corner(box.getMaxX(), box.getMaxY(), -1),
            new Corner(box.getMinX(), box.getMaxY(), -1));
    for (int other = 0; other < x.length && !ring.isEmpty(); other++) {
      if (other != centre) {
        ring = cut(ring, centre, other);
      }
    }
    return ring;
  }

  /** What of a convex ring is nearer to a centre than to another. */
  private List<Corner> cut(List<Corner> ring, int centre, int other) {
    if (ring.stream().allMatch(corner -> beyond(corner, centre, other) <= 0)) {
      return ring;
    }
    List<Corner> left = new ArrayList<>(ring.size() + 1);
    for (int k = 0; k < ring.size(); k++) {
      Corner from = ring.get(k);
      Corner to = ring.get((k + 1) % ring.size());
      double before = beyond(from, centre, other);
      double after = beyond(to, centre, other);
      if (before <= 0) {
        left.add(from);
      }
      if (before <= 0 != after <= 0) {
        double share = before / (before - after);
        left.add(
            new Corner(
                from.x + share * (to.x - from.x),
                from.y + share * (to.y - from.y),
                before <= 0 ? other : from.beside));
      }
    }
    return left.size() < 3 ? List.of() : left;
  }

  private double beyond(Corner corner, int centre, int other) {
    return power(centre, corner.x, corner.y) - power(other, corner.x, corner.y);
  }
}
