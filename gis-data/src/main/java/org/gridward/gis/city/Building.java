package org.gridward.gis.city;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A building.
 *
 * @param ring closed, metres on the plane
 * @param plot number of the cell's plot
 * @param street the name of the street it faces; null where none is near
 * @param number its house number there; 0 where there is no street
 */
record Building(Coordinate[] ring, int plot, LandUse use, @Nullable Name street, int number) {

  Coordinate middle() {
    return Plane.METRES.createPolygon(ring).getCentroid().getCoordinate();
  }
}
