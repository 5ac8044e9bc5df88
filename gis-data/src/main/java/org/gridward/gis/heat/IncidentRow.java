package org.gridward.gis.heat;

/**
 * An incident as the columns keep it. Moments are seconds since whatever epoch its owner chose, the
 * same for all.
 *
 * @param number by which it is known and replaced; 0 or more, dense numbers are kept best
 * @param x in Web Mercator's units, {@link #UNPLACED} without a point
 * @param y as {@code x}
 * @param time when it was reported
 * @param category a code that its owner gave, 0 to 32,767
 * @param area a code that its owner gave, 0 or more
 * @param due when it must be done; {@link #NONE} without a promise
 * @param done when it was done; NONE while it is not
 * @param accept seconds until somebody accepted it; NONE when nobody has
 * @param close seconds until it was closed; NONE while it is open
 */
public record IncidentRow(
    long number,
    int x,
    int y,
    int time,
    int category,
    int area,
    int due,
    int done,
    int accept,
    int close) {

  /** There is no such moment or span. */
  public static final int NONE = -1;

  /** Lies in no box. */
  public static final int UNPLACED = Integer.MIN_VALUE;

  /** The same at a point in degrees, EPSG:4326. */
  public IncidentRow at(double lon, double lat) {
    double within = Math.clamp(lat, -WebMercator.EDGE, WebMercator.EDGE);
    return new IncidentRow(
        number,
        (int) WebMercator.x(lon),
        (int) WebMercator.y(within),
        time,
        category,
        area,
        due,
        done,
        accept,
        close);
  }
}
