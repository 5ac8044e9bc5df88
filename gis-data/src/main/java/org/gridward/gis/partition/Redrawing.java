package org.gridward.gis.partition;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * New shapes for some areas.
 *
 * @param parts what the ground of the edited areas is divided into now
 * @param neighbours by code: areas beside it whose ground stays and whose border gets new corners,
 *     where a part's border meets it
 */
public record Redrawing(List<MultiPolygon> parts, Map<String, MultiPolygon> neighbours) {
  public Redrawing {
    parts = List.copyOf(parts);
    neighbours = Map.copyOf(neighbours);
  }
}
