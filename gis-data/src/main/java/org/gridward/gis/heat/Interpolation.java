package org.gridward.gis.heat;

/**
 * Fills a grid's pixels from coarser bins by cubic convolution (Keys 1981, a = −1/2), which goes
 * through the middle of every bin and keeps the sum.
 */
final class Interpolation {

  private Interpolation() {}

  /**
   * @param bins {@code (columns + 2 · APRON) × (rows + 2 · APRON)} values, apron included
   */
  static float[] fill(float[] bins, HeatRaster raster, HeatGrid grid) {
    int wide = raster.columns() + 2 * HeatRaster.APRON;
    int high = raster.rows() + 2 * HeatRaster.APRON;
    Taps[] across = taps(raster.columns(), grid.width());
    Taps[] down = taps(raster.rows(), grid.height());
    float[] rows = new float[high * grid.width()];
    for (int row = 0; row < high; row++) {
      for (int i = 0; i < grid.width(); i++) {
        rows[row * grid.width() + i] = across[i].read(bins, row * wide, 1);
      }
    }
    float[] pixels = new float[grid.width() * grid.height()];
    for (int row = 0; row < grid.height(); row++) {
      for (int i = 0; i < grid.width(); i++) {
        pixels[row * grid.width() + i] = Math.max(0, down[row].read(rows, i, grid.width()));
      }
    }
    return pixels;
  }

  /** Where a pixel reads along one axis. */
  private record Taps(int first, float a, float b, float c, float d) {
    float read(float[] values, int start, int stride) {
      int at = start + first * stride;
      return a * values[at]
          + b * values[at + stride]
          + c * values[at + 2 * stride]
          + d * values[at + 3 * stride];
    }
  }

  private static Taps[] taps(int bins, int pixels) {
    Taps[] taps = new Taps[pixels];
    for (int i = 0; i < pixels; i++) {
      double at = (i + 0.5) * bins / pixels - 0.5 + HeatRaster.APRON;
      int floor = (int) Math.floor(at);
      double t = at - floor;
      double squared = t * t;
      double cubed = squared * t;
      taps[i] =
          new Taps(
              floor - 1,
              (float) (-0.5 * cubed + squared - 0.5 * t),
              (float) (1.5 * cubed - 2.5 * squared + 1),
              (float) (-1.5 * cubed + 2 * squared + 0.5 * t),
              (float) (0.5 * cubed - 0.5 * squared));
    }
    return taps;
  }
}
