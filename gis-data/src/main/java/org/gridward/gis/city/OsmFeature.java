package org.gridward.gis.city;

import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * A node or way of an OpenStreetMap file.
 *
 * @param points degrees on the grid; one for a node, closed for an area
 * @param joined its points are shared with other ways that pass them, as streets do
 */
record OsmFeature(Coordinate[] points, Map<String, String> tags, boolean joined) {

  boolean isNode() {
    return points.length == 1;
  }
}
