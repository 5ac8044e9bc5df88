package org.gridward.gis.heat;

import java.util.Arrays;

/**
 * Spreads counted incidents by a Gaussian whose width is the same in metres everywhere: along each
 * row, then across the rows, each with the width that the bandwidth has at its latitude. Nothing is
 * lost: an incident's parts sum to one.
 */
final class Smoothing {

  private static final float[] EMPTY = {};

  /** Widths that differ less share a kernel. */
  private static final double SAME_WIDTH = 1e-3;

  private final HeatRaster raster;
  private final int[] counts;
  private final float[][] alongKernels;
  private final float[][] acrossKernels;
  private final float[][] along;

  Smoothing(HeatRaster raster, int[] counts, double bandwidth) {
    this.raster = raster;
    this.counts = counts;
    this.alongKernels = new float[raster.allRows()][];
    this.acrossKernels = new float[raster.allRows()][];
    this.along = new float[raster.allRows()][];
    double lastX = 0;
    double lastY = 0;
    for (int row = 0; row < raster.allRows(); row++) {
      double sigmaX = raster.sigmaX(row, bandwidth);
      double sigmaY = raster.sigmaY(row, bandwidth);
      boolean sameX = row > 0 && Math.abs(sigmaX - lastX) < SAME_WIDTH * lastX;
      boolean sameY = row > 0 && Math.abs(sigmaY - lastY) < SAME_WIDTH * lastY;
      alongKernels[row] = sameX ? alongKernels[row - 1] : GaussianKernel.of(sigmaX);
      acrossKernels[row] = sameY ? acrossKernels[row - 1] : GaussianKernel.of(sigmaY);
      lastX = sameX ? lastX : sigmaX;
      lastY = sameY ? lastY : sigmaY;
    }
  }

  /** Columns of the box with its apron. */
  int columns() {
    return raster.columns() + 2 * HeatRaster.APRON;
  }

  int rows() {
    return raster.rows() + 2 * HeatRaster.APRON;
  }

  /** Spreads the rows from {@code from} to before {@code to} along themselves. */
  void along(int from, int to) {
    float[] source = new float[raster.allColumns()];
    for (int row = from; row < to; row++) {
      along[row] = read(row, source) ? spread(source, alongKernels[row]) : EMPTY;
    }
  }

  private boolean read(int row, float[] source) {
    int any = 0;
    int start = row * source.length;
    for (int i = 0; i < source.length; i++) {
      source[i] = counts[start + i];
      any |= counts[start + i];
    }
    return any != 0;
  }

  private float[] spread(float[] source, float[] kernel) {
    float[] target = new float[columns()];
    int first = raster.marginX() - HeatRaster.APRON;
    add(target, source, first, kernel[0]);
    for (int k = 1; k < kernel.length; k++) {
      if (first - k >= 0) {
        add(target, source, first - k, first + k, kernel[k]);
      }
    }
    return target;
  }

  private static void add(float[] target, float[] source, int from, float weight) {
    for (int i = 0; i < target.length; i++) {
      target[i] += weight * source[from + i];
    }
  }

  private static void add(float[] target, float[] source, int left, int right, float weight) {
    for (int i = 0; i < target.length; i++) {
      target[i] += weight * (source[left + i] + source[right + i]);
    }
  }

  /** Gathers rows of the box with its apron, in incidents per km². All rows were spread before. */
  void across(int from, int to, float[] density) {
    float[] target = new float[columns()];
    for (int row = from; row < to; row++) {
      Arrays.fill(target, 0);
      gather(row + raster.marginY() - HeatRaster.APRON, target);
      float perKm2 = (float) (1 / raster.km2(row + raster.marginY() - HeatRaster.APRON));
      int start = row * target.length;
      for (int i = 0; i < target.length; i++) {
        density[start + i] = target[i] * perKm2;
      }
    }
  }

  private void gather(int row, float[] target) {
    for (int source = 0; source < along.length; source++) {
      int k = Math.abs(row - source);
      float[] spread = along[source];
      if (spread.length > 0 && k < acrossKernels[source].length) {
        add(target, spread, 0, acrossKernels[source][k]);
      }
    }
  }
}
