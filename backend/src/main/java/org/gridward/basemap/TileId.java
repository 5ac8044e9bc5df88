package org.gridward.basemap;

/** The number of a tile in PMTiles: zooms one after the other, each along a Hilbert curve. */
final class TileId {

  private TileId() {}

  /** True where the column and the row exist at the zoom. */
  static boolean exists(int z, int x, int y) {
    return z >= 0 && z <= PmtilesHeader.MOST_ZOOM && x >= 0 && y >= 0 && x < 1L << z && y < 1L << z;
  }

  /** Of a tile that {@link #exists}. */
  static long of(int z, int x, int y) {
    long id = ((1L << (2 * z)) - 1) / 3;
    long column = x;
    long row = y;
    for (long side = 1L << z >> 1; side > 0; side >>= 1) {
      boolean right = (column & side) != 0;
      boolean low = (row & side) != 0;
      id += side * side * (right ? (low ? 2 : 3) : (low ? 1 : 0));
      if (!low) {
        long flipped = right ? side - 1 - (column & (side - 1)) : column & (side - 1);
        long other = right ? side - 1 - (row & (side - 1)) : row & (side - 1);
        column = other;
        row = flipped;
      } else {
        column &= side - 1;
        row &= side - 1;
      }
    }
    return id;
  }
}
