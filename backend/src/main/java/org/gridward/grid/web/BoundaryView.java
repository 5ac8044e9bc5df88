package org.gridward.grid.web;

import java.time.Instant;
import org.gridward.grid.BoundaryHistory.BoundaryVersion;
import org.jspecify.annotations.Nullable;

/** A shape that an area has had; {@code bbox} is west, south, east, north in degrees. */
record BoundaryView(
    long id, Instant validFrom, @Nullable Instant validUntil, double[] bbox, double squareMetres) {

  static BoundaryView of(BoundaryVersion version) {
    return new BoundaryView(
        version.id(),
        version.validFrom(),
        version.validUntil(),
        AreaView.corners(version.box()),
        version.squareMetres());
  }
}
