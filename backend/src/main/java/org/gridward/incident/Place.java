package org.gridward.incident;

import org.jspecify.annotations.Nullable;

/**
 * Where something is said to be: a point, a cell, words, or any combination. The point wins over
 * the cell; the words are kept beside either. Checked when it is resolved, not here.
 *
 * @param lon degrees east, EPSG:4326, -180 to 180
 * @param lat degrees north, -90 to 90
 * @param cellCode the code of a cell
 * @param text an address or a description of the spot
 */
public record Place(
    @Nullable Double lon, @Nullable Double lat, @Nullable String cellCode, @Nullable String text) {

  public static Place point(double lon, double lat) {
    return new Place(lon, lat, null, null);
  }

  public static Place cell(String code) {
    return new Place(null, null, code, null);
  }

  public static Place words(String text) {
    return new Place(null, null, null, text);
  }
}
