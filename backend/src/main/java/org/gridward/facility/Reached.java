package org.gridward.facility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a facility near and who has none.
 *
 * @param homes all that were asked for, in a stable order
 * @param facilities that counted
 * @param distance how it was measured: {@code street}, {@code straight-line} or {@code mixed}
 * @param attribution what must be said of the streets; null where none was followed
 */
public record Reached(
    List<Home> homes, List<Facility> facilities, String distance, @Nullable String attribution) {

  /**
   * Where somebody lives.
   *
   * @param lon degrees, EPSG:4326
   * @param weight how many: 1 for an address
   * @param near whether a facility is near enough
   */
  public record Home(double lon, double lat, double weight, boolean near) {}
}
