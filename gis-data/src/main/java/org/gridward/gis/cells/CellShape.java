package org.gridward.gis.cells;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * One cell as {@link CellIndex} takes it in.
 *
 * @param id not negative
 * @param code decides on shared ground: the lowest in plain code-point order wins
 * @param boundary Polygon or MultiPolygon, valid, EPSG:4326, longitude first; empty covers nothing
 */
public record CellShape(long id, String code, Geometry boundary) {
  public CellShape {
    if (id < 0) {
      throw new IllegalArgumentException("cell id (%d) must not be negative".formatted(id));
    }
    if (!(boundary instanceof Polygonal)) {
      throw new IllegalArgumentException(
          "boundary of cell %s (%s) must be a Polygon or MultiPolygon"
              .formatted(code, boundary.getGeometryType()));
    }
  }
}
