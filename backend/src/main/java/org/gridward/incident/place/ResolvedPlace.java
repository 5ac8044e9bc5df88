package org.gridward.incident.place;

import org.gridward.incident.Placement;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** A place with the cell that answers for it. EPSG:4326 degrees, longitude first. */
public record ResolvedPlace(
    Placement placement,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Long cellId,
    AreaPath areaPath,
    @Nullable String text) {}
