package org.gridward.gis.cells;

/**
 * The buckets of one polygon: which of them its edges touch. A bucket that no edge touches is
 * wholly inside or wholly outside, and so are its untouched neighbours.
 *
 * <p>Edges are drawn a little too thick: by {@link #MARGIN} of a bucket, a million times the
 * rounding error made on the way. So a bucket may be called touched without need, never the other
 * way round.
 */
final class Footprint {
  private static final double MARGIN = 1e-6;
  private static final int SIDE = BucketGrid.SIDE;

  private final BucketGrid grid;
  final int firstColumn;
  final int lastColumn;
  final int firstRow;
  final int lastRow;

  /** For each large bucket of the box, one bit for each small one of its 64, row by row. */
  private final long[] touched;

  Footprint(BucketGrid grid, PolygonEdges shape) {
    this.grid = grid;
    double[] box = shape.box();
    firstColumn = grid.column(grid.u(box[0]) - MARGIN) / SIDE;
    lastColumn = grid.column(grid.u(box[2]) + MARGIN) / SIDE;
    firstRow = grid.row(grid.v(box[1]) - MARGIN) / SIDE;
    lastRow = grid.row(grid.v(box[3]) + MARGIN) / SIDE;
    touched = new long[(lastColumn - firstColumn + 1) * (lastRow - firstRow + 1)];
    double[] edges = shape.edges();
    for (int i = 0; i < edges.length; i += 4) {
      draw(grid.u(edges[i]), grid.v(edges[i + 1]), grid.u(edges[i + 2]), grid.v(edges[i + 3]));
    }
  }

  /** The touched ones of the 64 small buckets in a large one. */
  long touched(int largeColumn, int largeRow) {
    return touched[
        (largeRow - firstRow) * (lastColumn - firstColumn + 1) + largeColumn - firstColumn];
  }

  private void draw(double u1, double v1, double u2, double v2) {
    // along the longer axis, so that the slope is at most 1 and rounding is not blown up
    if (Math.abs(u2 - u1) >= Math.abs(v2 - v1)) {
      drawLevel(u1, v1, u2, v2);
    } else {
      drawSteep(u1, v1, u2, v2);
    }
  }

  private void drawLevel(double u1, double v1, double u2, double v2) {
    double low = Math.min(u1, u2);
    double high = Math.max(u1, u2);
    double slope = high > low ? (v2 - v1) / (u2 - u1) : 0;
    int last = grid.column(high + MARGIN);
    for (int column = grid.column(low - MARGIN); column <= last; column++) {
      double a = v1 + (Math.max(low, column) - u1) * slope;
      double b = v1 + (Math.min(high, column + 1) - u1) * slope;
      int top = grid.row(Math.max(a, b) + MARGIN);
      for (int row = grid.row(Math.min(a, b) - MARGIN); row <= top; row++) {
        touch(column, row);
      }
    }
  }

  private void drawSteep(double u1, double v1, double u2, double v2) {
    double low = Math.min(v1, v2);
    double high = Math.max(v1, v2);
    double slope = (u2 - u1) / (v2 - v1);
    int last = grid.row(high + MARGIN);
    for (int row = grid.row(low - MARGIN); row <= last; row++) {
      double a = u1 + (Math.max(low, row) - v1) * slope;
      double b = u1 + (Math.min(high, row + 1) - v1) * slope;
      int right = grid.column(Math.max(a, b) + MARGIN);
      for (int column = grid.column(Math.min(a, b) - MARGIN); column <= right; column++) {
        touch(column, row);
      }
    }
  }

  private void touch(int column, int row) {
    int large =
        (row / SIDE - firstRow) * (lastColumn - firstColumn + 1) + column / SIDE - firstColumn;
    touched[large] |= 1L << ((row % SIDE) * SIDE + column % SIDE);
  }
}
