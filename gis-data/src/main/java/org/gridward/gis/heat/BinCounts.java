package org.gridward.gis.heat;

/** How many incidents lie in each bin of a raster; filled by one thread. */
final class BinCounts {

  final int[] counts;
  private final int columns;
  private final int originX;
  private final int originY;
  private final int wide;
  private final int high;
  private final double binsPerUnitX;
  private final double binsPerUnitY;

  BinCounts(HeatRaster raster) {
    this.columns = raster.allColumns();
    this.counts = new int[columns * raster.allRows()];
    this.originX = raster.originX();
    this.originY = raster.originY();
    this.binsPerUnitX = 1 / raster.stepX();
    this.binsPerUnitY = 1 / raster.stepY();
    // The last unit may lie a hair beyond the last bin.
    this.wide = (int) (raster.allColumns() * raster.stepX()) - 1;
    this.high = (int) (raster.allRows() * raster.stepY()) - 1;
  }

  void add(Chunk chunk, Masks masks) {
    if (chunk.lies(masks)) {
      addAll(chunk, masks);
    } else {
      addSome(chunk, masks);
    }
  }

  private void addAll(Chunk chunk, Masks masks) {
    byte[] categories = masks.categories();
    byte[] areas = masks.areas();
    for (int i = 0; i < chunk.size; i++) {
      int dx = chunk.x[i] - originX;
      int dy = chunk.y[i] - originY;
      if (Integer.compareUnsigned(dx, wide) < 0 && Integer.compareUnsigned(dy, high) < 0) {
        counts[(int) (dy * binsPerUnitY) * columns + (int) (dx * binsPerUnitX)] +=
            categories[chunk.category[i]] & areas[chunk.area[i]];
      }
    }
  }

  private void addSome(Chunk chunk, Masks masks) {
    for (int i = 0; i < chunk.size; i++) {
      int dx = chunk.x[i] - originX;
      int dy = chunk.y[i] - originY;
      if (Integer.compareUnsigned(dx, wide) < 0
          && Integer.compareUnsigned(dy, high) < 0
          && masks.counts(chunk, i)) {
        counts[(int) (dy * binsPerUnitY) * columns + (int) (dx * binsPerUnitX)]++;
      }
    }
  }

  void add(BinCounts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** In the box itself, without the margin. */
  long inside(HeatRaster raster) {
    long inside = 0;
    for (int row = raster.marginY(); row < raster.marginY() + raster.rows(); row++) {
      int from = row * columns + raster.marginX();
      for (int i = from; i < from + raster.columns(); i++) {
        inside += counts[i];
      }
    }
    return inside;
  }
}
