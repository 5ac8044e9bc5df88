package org.gridward.gis.partition;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Metres around one place: degrees times the radii of curvature there, so that straight lines stay
 * straight. Within a city (30 km) lengths are good to some thousandths.
 */
final class LocalPlane {

  private static final double A = 6_378_137;
  private static final double E2 = 0.006_694_379_990_141_3;

  private final Coordinate origin;
  private final double perLon;
  private final double perLat;

  /** Around the middle of the ground. */
  LocalPlane(Geometry ground) {
    Envelope box = ground.getEnvelopeInternal();
    origin = box.centre();
    double sin = Math.sin(Math.toRadians(origin.y));
    double t = Math.sqrt(1 - E2 * sin * sin);
    perLon = Math.toRadians(A / t * Math.cos(Math.toRadians(origin.y)));
    perLat = Math.toRadians(A * (1 - E2) / (t * t * t));
  }

  Geometry toMetres(Geometry degrees) {
    return new AffineTransformation()
        .translate(-origin.x, -origin.y)
        .scale(perLon, perLat)
        .transform(degrees);
  }

  Coordinate toMetres(Coordinate degrees) {
    return new Coordinate((degrees.x - origin.x) * perLon, (degrees.y - origin.y) * perLat);
  }

  Coordinate toDegrees(Coordinate metres) {
    return new Coordinate(origin.x + metres.x / perLon, origin.y + metres.y / perLat);
  }

  Geometry toDegrees(Geometry metres) {
    return new AffineTransformation()
        .scale(1 / perLon, 1 / perLat)
        .translate(origin.x, origin.y)
        .transform(metres);
  }
}
