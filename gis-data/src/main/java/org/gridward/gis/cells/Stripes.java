package org.gridward.gis.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * The edges of one polygon by horizontal stripes of equal height.
 *
 * @param scale stripes per degree; the stripe of an ordinate is {@code (int) ((y - south) *
 *     scale)}, the last one at most
 * @param edges of each stripe, from the south
 */
record Stripes(double scale, List<int[]> edges) {
  /** An edge stands in this many stripes on average at most; a comb gets fewer, higher stripes. */
  private static final int MOST_COPIES = 6;

  /** About one stripe for every edge, fewer where edges are long and steep. */
  static Stripes over(PolygonEdges shape) {
    int count = Math.max(1, shape.count());
    while (count > 1 && copies(shape, count) > (long) MOST_COPIES * shape.count()) {
      count /= 2;
    }
    return cut(shape, count);
  }

  private static double scale(PolygonEdges shape, int count) {
    double scale = count / shape.height();
    return Double.isFinite(scale) ? scale : 0;
  }

  private static int stripe(PolygonEdges shape, int count, double y) {
    return Math.min((int) ((y - shape.south()) * scale(shape, count)), count - 1);
  }

  private static long copies(PolygonEdges shape, int count) {
    long copies = 0;
    for (int edge = 0; edge < shape.count(); edge++) {
      copies +=
          1 + stripe(shape, count, shape.highest(edge)) - stripe(shape, count, shape.lowest(edge));
    }
    return copies;
  }

  private static Stripes cut(PolygonEdges shape, int count) {
    List<GrowingInts> stripes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stripes.add(new GrowingInts());
    }
    for (int edge = 0; edge < shape.count(); edge++) {
      int last = stripe(shape, count, shape.highest(edge));
      for (int i = stripe(shape, count, shape.lowest(edge)); i <= last; i++) {
        stripes.get(i).add(edge);
      }
    }
    return new Stripes(scale(shape, count), stripes.stream().map(GrowingInts::toArray).toList());
  }
}
