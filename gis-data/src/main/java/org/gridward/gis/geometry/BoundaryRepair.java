package org.gridward.gis.geometry;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Checks a geometry for use as the boundary of an area. */
public final class BoundaryRepair {
  private BoundaryRepair() {}

  /**
   * Checks one geometry.
   *
   * @param geometry EPSG:4326, longitude first; null counts as empty
   */
  public static BoundaryCheck check(@Nullable Geometry geometry) {
    return switch (geometry) {
      case null -> new BoundaryCheck.Refused("empty-geometry", "there is no geometry");
      case MultiPolygon polygons -> new BoundaryCheck.Accepted(polygons);
      case Polygon polygon ->
          new BoundaryCheck.Accepted(
              polygon.getFactory().createMultiPolygon(new Polygon[] {polygon}));
      default -> new BoundaryCheck.Refused("not-polygonal", geometry.getGeometryType());
    };
  }
}
