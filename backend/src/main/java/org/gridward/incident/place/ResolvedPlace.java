package org.gridward.incident.place;

import org.gridward.incident.Address;
import org.gridward.incident.Placement;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A place with the cell that answers for it. EPSG:4326 degrees, longitude first.
 *
 * @param address what a point without words is called; null where nobody asked or none is near
 */
public record ResolvedPlace(
    Placement placement,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Long cellId,
    AreaPath areaPath,
    @Nullable String text,
    @Nullable Address address) {

  ResolvedPlace at(@Nullable Address found) {
    return new ResolvedPlace(placement, lon, lat, cellId, areaPath, text, found);
  }
}
