package org.gridward.facility;

import org.gridward.gis.geometry.Geodesic;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Whether one of many places is near in a straight line. Add first, ask then; for one thread. */
final class StraightReach {

  /** Less than any degree of latitude has, so that a box is never too small. */
  private static final double METRES_PER_DEGREE = 110_000;

  private final STRtree places = new STRtree();

  void add(double lon, double lat) {
    places.insert(new Envelope(lon, lon, lat, lat), new double[] {lon, lat});
  }

  boolean has(double lon, double lat, double metres) {
    double north = metres / METRES_PER_DEGREE;
    double east = north / Math.max(0.01, Math.cos(Math.toRadians(lat)) - 0.01);
    Envelope around = new Envelope(lon - east, lon + east, lat - north, lat + north);
    for (Object each : places.query(around)) {
      double[] place = (double[]) each;
      if (Geodesic.metres(lon, lat, place[0], place[1]) <= metres) {
        return true;
      }
    }
    return false;
  }
}
