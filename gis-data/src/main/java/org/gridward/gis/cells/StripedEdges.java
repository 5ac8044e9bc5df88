package org.gridward.gis.cells;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Geometry;

/**
 * Exact "does this polygon cover this point" for many polygons.
 *
 * <p>The rule is that of JTS {@link RayCrossingCounter}: count the edges that a ray to the east
 * crosses, deciding with the robust orientation predicate {@link CGAlgorithmsDD}, a point on an
 * edge being covered. Each polygon is cut into horizontal stripes of equal height, and only the
 * edges that touch the point's stripe are looked at. The stripe of an ordinate is a monotone
 * function even in floating point, so an edge that spans the point's ordinate is always among them.
 */
final class StripedEdges {
  private static final int BOX = 4;
  private static final int EDGE = 4;

  /** Bound of the rounding error of a 2×2 determinant, the one that JTS uses. */
  private static final double SAFE = 1e-15;

  /** West, south, east, north of each polygon. */
  private final double[] boxes;

  /** Stripes per degree of each polygon. */
  private final double[] scales;

  /** First stripe of each polygon, and one past the last. */
  private final int[] firstStripes;

  /** First edge of each stripe as an index to {@link #edges}, and one past the last. */
  private final int[] firstEdges;

  /** x1, y1, x2, y2 of each edge, stripe after stripe; an edge is in every stripe it touches. */
  private final double[] edges;

  private StripedEdges(Parts parts) {
    boxes = parts.boxes;
    scales = parts.scales;
    firstStripes = parts.firstStripes;
    firstEdges = parts.firstEdges.toArray();
    edges = parts.edges.toArray();
  }

  /** Takes in valid, non-empty polygons; later they are called by their place in the list. */
  static StripedEdges of(List<Geometry> polygons) {
    Parts parts = new Parts(polygons.size());
    for (int i = 0; i < polygons.size(); i++) {
      parts.add(i, new PolygonEdges(polygons.get(i)));
    }
    parts.firstEdges.add(parts.edges.size());
    return new StripedEdges(parts);
  }

  boolean covers(int polygon, double x, double y) {
    int box = polygon * BOX;
    double south = boxes[box + 1];
    if (!(x >= boxes[box] && y >= south && x <= boxes[box + 2] && y <= boxes[box + 3])) {
      return false;
    }
    int first = firstStripes[polygon];
    int last = firstStripes[polygon + 1] - 1;
    int stripe = Math.min(first + (int) ((y - south) * scales[polygon]), last);
    return coveredByEdges(firstEdges[stripe], firstEdges[stripe + 1], x, y);
  }

  private boolean coveredByEdges(int from, int to, double x, double y) {
    boolean inside = false;
    for (int i = from; i < to; i += EDGE) {
      double x1 = edges[i];
      double x2 = edges[i + 2];
      if (x1 < x && x2 < x) {
        continue;
      }
      double y1 = edges[i + 1];
      double y2 = edges[i + 3];
      if ((y1 > y) != (y2 > y)) {
        int side = x1 > x && x2 > x ? 1 : sideOfRising(x1, y1, x2, y2, x, y);
        if (side == 0) {
          return true;
        }
        inside ^= side > 0;
      } else if (touches(x1, y1, x2, y2, x, y)) {
        return true;
      }
    }
    return inside;
  }

  /**
   * For an edge that does not cross the ray's line from one side to the other: does the point lie
   * on it? That is, on its upper end or, where it is level, between its ends.
   */
  private static boolean touches(double x1, double y1, double x2, double y2, double x, double y) {
    if (y1 == y && y2 == y) {
      return x >= Math.min(x1, x2) && x <= Math.max(x1, x2);
    }
    return (x1 == x && y1 == y) || (x2 == x && y2 == y);
  }

  /** Positive where the point is to the left (west) of the edge looked at upwards, 0 on it. */
  private static int sideOfRising(double x1, double y1, double x2, double y2, double x, double y) {
    int side = orientation(x1, y1, x2, y2, x, y);
    return y2 < y1 ? -side : side;
  }

  private static int orientation(double x1, double y1, double x2, double y2, double x, double y) {
    double left = (x1 - x) * (y2 - y);
    double right = (y1 - y) * (x2 - x);
    double determinant = left - right;
    double error = SAFE * (Math.abs(left) + Math.abs(right));
    if (determinant > error) {
      return Orientation.COUNTERCLOCKWISE;
    }
    if (-determinant > error) {
      return Orientation.CLOCKWISE;
    }
    return CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
  }

  /** What is being gathered. */
  private static final class Parts {
    final double[] boxes;
    final double[] scales;
    final int[] firstStripes;
    final GrowingInts firstEdges = new GrowingInts();
    final GrowingDoubles edges = new GrowingDoubles();

    Parts(int polygons) {
      boxes = new double[polygons * BOX];
      scales = new double[polygons];
      firstStripes = new int[polygons + 1];
    }

    void add(int polygon, PolygonEdges shape) {
      System.arraycopy(shape.box(), 0, boxes, polygon * BOX, BOX);
      Stripes stripes = Stripes.over(shape);
      scales[polygon] = stripes.scale();
      firstStripes[polygon] = firstEdges.size();
      for (int[] stripe : stripes.edges()) {
        firstEdges.add(edges.size());
        Arrays.stream(stripe).forEach(edge -> edges.addAll(shape.edges(), edge * EDGE, EDGE));
      }
      firstStripes[polygon + 1] = firstEdges.size();
    }
  }
}
