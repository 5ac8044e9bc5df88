package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Points evenly over ground. */
public final class Scatter {

  private Scatter() {}

  /**
   * The points of a square lattice that lie in the ground; the same for the same ground.
   *
   * @param ground a valid Polygon or MultiPolygon, EPSG:4326
   * @param wanted about how many; there is at least one
   */
  public static List<Coordinate> evenly(Geometry ground, int wanted) {
    LocalPlane plane = new LocalPlane(ground);
    List<Coordinate> found = new ArrayList<>();
    for (Coordinate at : inMetres(ground, plane, Measure.squareMetres(ground) / wanted)) {
      found.add(plane.toDegrees(at));
    }
    return found.isEmpty() ? List.of(Polygons.inside(ground)) : found;
  }

  /**
   * @param each the square metres for which a point stands
   */
  static List<Coordinate> inMetres(Geometry ground, LocalPlane plane, double each) {
    double step = Math.sqrt(each);
    Geometry flat = plane.toMetres(ground);
    Envelope box = flat.getEnvelopeInternal();
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(flat);
    List<Coordinate> found = new ArrayList<>();
    for (double y = box.getMinY() + step / 2; y < box.getMaxY(); y += step) {
      for (double x = box.getMinX() + step / 2; x < box.getMaxX(); x += step) {
        Coordinate at = new Coordinate(x, y);
        if (locator.locate(at) == Location.INTERIOR) {
          found.add(at);
        }
      }
    }
    return found;
  }
}
