package org.gridward.gis.cells;

import org.locationtech.jts.geom.Envelope;

/**
 * Where the buckets lie: {@code columns × rows} small ones, eight by eight of them in a large one.
 * Column and row are monotone functions of the ordinate even in floating point.
 *
 * @param columns of small buckets, a multiple of 8
 * @param rows of small buckets, a multiple of 8
 * @param columnsPerDegree scale of {@link #column}
 * @param rowsPerDegree scale of {@link #row}
 */
record BucketGrid(
    Envelope extent, int columns, int rows, double columnsPerDegree, double rowsPerDegree) {
  /** Small buckets along the side of a large one. */
  static final int SIDE = 8;

  private static final double BUCKETS_PER_EDGE = 64;
  private static final int FEWEST = 64;
  private static final int MOST = 1 << 13;

  /** As many buckets as the number of edges deserves, about square in degrees. */
  static BucketGrid over(Envelope extent, long edges) {
    double side =
        Math.sqrt(extent.getWidth() * extent.getHeight() / (BUCKETS_PER_EDGE * Math.max(1, edges)));
    int columns = count(extent.getWidth(), side);
    int rows = count(extent.getHeight(), side);
    return new BucketGrid(
        extent, columns, rows, columns / extent.getWidth(), rows / extent.getHeight());
  }

  private static int count(double length, double side) {
    double wanted = Math.min(MOST, Math.ceil(length / side));
    // also where there is no extent and the division gives NaN
    wanted = wanted >= FEWEST ? wanted : FEWEST;
    return (int) Math.ceil(wanted / SIDE) * SIDE;
  }

  double u(double lon) {
    return (lon - extent.getMinX()) * columnsPerDegree;
  }

  double v(double lat) {
    return (lat - extent.getMinY()) * rowsPerDegree;
  }

  int column(double u) {
    return Math.clamp((long) u, 0, columns - 1);
  }

  int row(double v) {
    return Math.clamp((long) v, 0, rows - 1);
  }

  double lon(double u) {
    return extent.getMinX() + u / columnsPerDegree;
  }

  double lat(double v) {
    return extent.getMinY() + v / rowsPerDegree;
  }

  int largeColumns() {
    return columns / SIDE;
  }

  int largeRows() {
    return rows / SIDE;
  }
}
