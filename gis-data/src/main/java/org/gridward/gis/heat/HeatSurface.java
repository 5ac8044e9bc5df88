package org.gridward.gis.heat;

/**
 * A density surface.
 *
 * @param perKm2 incidents per km² at the middle of each pixel, row by row from the north-west; the
 *     array is the surface's own
 * @param inside how many incidents lie in the box
 */
public record HeatSurface(HeatGrid grid, float[] perKm2, long inside) {

  /** This surface less an earlier one of the same grid: where there is more now, and where less. */
  public HeatSurface minus(HeatSurface before) {
    if (!grid.equals(before.grid)) {
      throw new IllegalArgumentException("surfaces of different grids");
    }
    float[] difference = new float[perKm2.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = perKm2[i] - before.perKm2[i];
    }
    return new HeatSurface(grid, difference, inside - before.inside);
  }
}
