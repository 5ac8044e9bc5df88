package org.gridward.gis.cells;

import org.locationtech.jts.geom.Envelope;

/** The filled buckets; entries as {@link BucketFiller} says. */
final class Buckets {
  private final double west;
  private final double south;
  private final double east;
  private final double north;
  private final double columnsPerDegree;
  private final double rowsPerDegree;
  private final int lastColumn;
  private final int lastRow;
  private final int largeColumns;
  private final int[] large;
  private final int[] blocks;
  private final int[] candidates;

  Buckets(BucketGrid grid, int[] large, int[] blocks, int[] candidates) {
    Envelope extent = grid.extent();
    this.west = extent.getMinX();
    this.south = extent.getMinY();
    this.east = extent.getMaxX();
    this.north = extent.getMaxY();
    this.columnsPerDegree = grid.columnsPerDegree();
    this.rowsPerDegree = grid.rowsPerDegree();
    this.lastColumn = grid.columns() - 1;
    this.lastRow = grid.rows() - 1;
    this.largeColumns = grid.largeColumns();
    this.large = large;
    this.blocks = blocks;
    this.candidates = candidates;
  }

  /** The entry of the smallest bucket that has the point; 0 outside the extent and for NaN. */
  int entry(double lon, double lat) {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) {
      return 0;
    }
    int column = Math.min((int) ((lon - west) * columnsPerDegree), lastColumn);
    int row = Math.min((int) ((lat - south) * rowsPerDegree), lastRow);
    int entry = large[(row >> 3) * largeColumns + (column >> 3)];
    return entry < 0 ? blocks[(-1 - entry) * 64 + ((row & 7) << 3) + (column & 7)] : entry;
  }

  /** The first cell of a border bucket's candidates that covers the point, or -1. */
  int decide(int entry, StripedEdges edges, double lon, double lat) {
    for (int i = -1 - entry; ; i++) {
      int candidate = candidates[i];
      int cell = Candidates.cell(candidate);
      if (Candidates.whole(candidate) || edges.covers(cell, lon, lat)) {
        return cell;
      }
      if (Candidates.isLast(candidate)) {
        return -1;
      }
    }
  }
}
