package org.gridward.streets;

import org.gridward.gis.geometry.Geodesic;
import org.gridward.gis.streets.Snap;
import org.gridward.gis.streets.StreetNetwork;
import org.gridward.gis.streets.StreetSearch;
import org.gridward.gis.streets.Travel;
import org.jspecify.annotations.Nullable;

/**
 * The ways from one place: along streets where they lead there, straight otherwise. For one thread.
 */
public final class Ways {

  private final double lon;
  private final double lat;
  private final Travel by;
  private final @Nullable StreetNetwork network;
  private final @Nullable StreetSearch search;

  Ways(double lon, double lat, Travel by, @Nullable StreetNetwork network) {
    this.lon = lon;
    this.lat = lat;
    this.by = by;
    this.network = network;
    Snap start = network == null ? null : network.snap(lon, lat, by).orElse(null);
    this.search = start == null || network == null ? null : network.from(start, by);
  }

  /** The way to a place in degrees, longitude first. */
  public Way to(double toLon, double toLat) {
    double straight = Geodesic.metres(lon, lat, toLon, toLat);
    if (network == null || search == null) {
      return Way.straight(straight);
    }
    return network
        .snap(toLon, toLat, by)
        .flatMap(search::to)
        .map(
            trip -> new Way(Way.Measured.STREET, Math.max(straight, trip.metres()), trip.seconds()))
        .orElseGet(() -> Way.straight(straight));
  }
}
