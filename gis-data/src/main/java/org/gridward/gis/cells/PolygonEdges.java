package org.gridward.gis.cells;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The edges of all rings of one polygon, without those of no length. */
final class PolygonEdges {
  private final Envelope envelope;
  private final double[] edges;

  PolygonEdges(Geometry polygon) {
    envelope = polygon.getEnvelopeInternal();
    GrowingDoubles all = new GrowingDoubles();
    for (Object ring : LinearComponentExtracter.getLines(polygon)) {
      add(((LineString) ring).getCoordinateSequence(), all);
    }
    edges = all.toArray();
  }

  private static void add(CoordinateSequence ring, GrowingDoubles all) {
    for (int i = 1; i < ring.size(); i++) {
      double x1 = ring.getX(i - 1);
      double y1 = ring.getY(i - 1);
      double x2 = ring.getX(i);
      double y2 = ring.getY(i);
      if (x1 != x2 || y1 != y2) {
        all.add(x1, y1, x2, y2);
      }
    }
  }

  /** West, south, east, north. */
  double[] box() {
    return new double[] {
      envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY()
    };
  }

  double south() {
    return envelope.getMinY();
  }

  double height() {
    return envelope.getHeight();
  }

  /** x1, y1, x2, y2 of each edge, in the direction of its ring. */
  double[] edges() {
    return edges;
  }

  int count() {
    return edges.length / 4;
  }

  double lowest(int edge) {
    return Math.min(edges[4 * edge + 1], edges[4 * edge + 3]);
  }

  double highest(int edge) {
    return Math.max(edges[4 * edge + 1], edges[4 * edge + 3]);
  }
}
