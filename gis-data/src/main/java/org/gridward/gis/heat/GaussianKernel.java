package org.gridward.gis.heat;

/**
 * Parts of one incident that fall into its own bin and its neighbours to one side: index 0 is the
 * own bin. The parts of both sides sum to 1, whatever the width.
 */
final class GaussianKernel {

  /** Counting in bins, and answering for whole bins, each widen a kernel by 1/12 of a bin². */
  private static final double WIDENING = 2 / 12.0;

  private GaussianKernel() {}

  /**
   * @param sigma the standard deviation in bins
   */
  static float[] of(double sigma) {
    double own = Math.sqrt(Math.max(0, sigma * sigma - WIDENING));
    int reach = (int) Math.ceil(HeatRaster.REACH * own);
    double[] parts = new double[reach + 1];
    double sum = 0;
    for (int k = 0; k <= reach; k++) {
      parts[k] = own == 0 ? 1 : normal((k + 0.5) / own) - normal((k - 0.5) / own);
      sum += k == 0 ? parts[k] : 2 * parts[k];
    }
    float[] kernel = new float[parts.length];
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] = (float) (parts[k] / sum);
    }
    return kernel;
  }

  /** The normal distribution to 7.5e-8: Abramowitz and Stegun, 26.2.17. */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    return z < 0 ? tail : 1 - tail;
  }
}
