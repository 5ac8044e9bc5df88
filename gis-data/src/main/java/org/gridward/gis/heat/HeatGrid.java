package org.gridward.gis.heat;

/**
 * Where a surface is wanted and how fine: a box in degrees (EPSG:4326) parted into {@code width ×
 * height} pixels that are equal in Web Mercator, as those of a web map are.
 *
 * @param west −180 to 180, less than {@code east}
 * @param south −85 to 85, less than {@code north}
 * @param east −180 to 180
 * @param north −85 to 85
 * @param width 1 to 512
 * @param height 1 to 512
 */
public record HeatGrid(
    double west, double south, double east, double north, int width, int height) {

  /** The most pixels of a side. */
  public static final int MOST_PIXELS = 512;

  /** The highest latitude, north and south. */
  public static final double HIGHEST_LATITUDE = 85;

  public HeatGrid {
    if (!(west >= -180 && west < east && east <= 180)) {
      throw new IllegalArgumentException("west (%s) and east (%s)".formatted(west, east));
    }
    if (!(south >= -HIGHEST_LATITUDE && south < north && north <= HIGHEST_LATITUDE)) {
      throw new IllegalArgumentException("south (%s) and north (%s)".formatted(south, north));
    }
    if (width < 1 || width > MOST_PIXELS || height < 1 || height > MOST_PIXELS) {
      throw new IllegalArgumentException("%d × %d pixels".formatted(width, height));
    }
  }
}
