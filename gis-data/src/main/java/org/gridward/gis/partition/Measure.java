package org.gridward.gis.partition;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Metres for EPSG:4326. Areas are exact on the WGS 84 ellipsoid by the authalic latitude (Snyder,
 * Map Projections, 1987, eq. 3-12), for edges that are straight in longitude and latitude, as they
 * are everywhere here: a corner put into an edge changes no area. For edges of some kilometres that
 * agrees with geodesic edges to some millionths. Lengths are taken with the radii of curvature at
 * the middle of each edge, good to 1e-6 up to 10 km.
 */
public final class Measure {

  private static final double A = 6_378_137;
  private static final double E2 = 0.006_694_379_990_141_3;
  private static final double E = Math.sqrt(E2);

  private Measure() {}

  /** The area of all polygons in it; 0 for lines and points. */
  public static double squareMetres(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += ring(polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum -= ring(polygon.getInteriorRingN(hole).getCoordinates());
        }
      }
    }
    return sum;
  }

  private static double ring(Coordinate[] ring) {
    double south = height(ring[0].y);
    double before = 0;
    double sum = 0;
    for (int i = 1; i < ring.length; i++) {
      double after = height(ring[i].y) - south;
      double middle = height((ring[i - 1].y + ring[i].y) / 2) - south;
      // the mean height along the edge, by Simpson's rule
      sum += Math.toRadians(ring[i].x - ring[i - 1].x) * (before + 4 * middle + after) / 6;
      before = after;
    }
    return Math.abs(sum);
  }

  /** The height of a parallel in a cylindrical map whose areas, times radians, are true. */
  private static double height(double degrees) {
    double sin = Math.sin(Math.toRadians(degrees));
    double t = E * sin;
    return A * A * (1 - E2) / 2 * (sin / (1 - t * t) + Math.log((1 + t) / (1 - t)) / (2 * E));
  }

  /** The length of all lines, or of the borders of all polygons, in metres. */
  public static double metres(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        sum += metres(polygon.getBoundary());
      } else {
        Coordinate[] line = part.getCoordinates();
        for (int j = 1; j < line.length; j++) {
          sum += metres(line[j - 1], line[j]);
        }
      }
    }
    return sum;
  }

  /** The distance of two near points in metres. */
  public static double metres(Coordinate from, Coordinate to) {
    double latitude = (from.y + to.y) / 2;
    return Math.hypot(
        (to.x - from.x) * metresEast(latitude), (to.y - from.y) * metresNorth(latitude));
  }

  /**
   * How round ground is: 4π times its area over the square of its border's length (Polsby, Popper
   * 1991). 1 for a circle, 0.785 for a square, near 0 for what is drawn out or frayed; an island or
   * a hole makes it less.
   */
  public static double compactness(Geometry geometry) {
    double border = metres(geometry);
    return border == 0 ? 0 : 4 * Math.PI * squareMetres(geometry) / (border * border);
  }

  /** Metres for one degree of longitude at this latitude. */
  static double metresEast(double latitude) {
    double radians = Math.toRadians(latitude);
    return Math.toRadians(A * Math.cos(radians) / Math.sqrt(curve(radians)));
  }

  /** Metres for one degree of latitude around this latitude. */
  static double metresNorth(double latitude) {
    double w = curve(Math.toRadians(latitude));
    return Math.toRadians(A * (1 - E2) / (w * Math.sqrt(w)));
  }

  private static double curve(double radians) {
    double sin = Math.sin(radians);
    return 1 - E2 * sin * sin;
  }

  /** The mean width of a strip: twice its area over its border. */
  static double width(Geometry polygon) {
    return 2 * squareMetres(polygon) / Math.max(metres(polygon), 1e-9);
  }
}
