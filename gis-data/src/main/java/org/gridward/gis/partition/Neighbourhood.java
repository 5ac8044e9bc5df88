package org.gridward.gis.partition;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/** Areas found by where they are. */
final class Neighbourhood {

  /** Borders nearer than this, in degrees (a centimetre), are one line on the ground. */
  static final double SAME_LINE = 1e-7;

  private final STRtree tree = new STRtree();

  Neighbourhood(List<Ground> grounds) {
    for (Ground ground : grounds) {
      tree.insert(ground.shape().getEnvelopeInternal(), ground);
    }
    tree.build();
  }

  /** Those whose box comes near. */
  @SuppressWarnings("unchecked")
  List<Ground> near(Geometry place) {
    Envelope box = new Envelope(place.getEnvelopeInternal());
    box.expandBy(2 * SAME_LINE);
    return tree.query(box);
  }

  /** How much of the border of {@code place}, in metres, runs along that of {@code shape}. */
  static double sharedMetres(Geometry place, Geometry shape) {
    STRtree edges = edges(shape, place.getEnvelopeInternal());
    double sum = 0;
    for (LineString ring : Polygons.lines(place)) {
      Coordinate[] points = ring.getCoordinates();
      for (int i = 1; i < points.length; i++) {
        LineSegment edge = new LineSegment(points[i - 1], points[i]);
        sum += runsAlong(edges, edge) ? Measure.metres(edge.p0, edge.p1) : 0;
      }
    }
    return sum;
  }

  /** Both ends and the middle of the edge lie on the other border. */
  private static boolean runsAlong(STRtree edges, LineSegment edge) {
    return touches(edges, edge.p0) && touches(edges, edge.p1) && touches(edges, edge.midPoint());
  }

  @SuppressWarnings("unchecked")
  static boolean touches(STRtree edges, Coordinate point) {
    Envelope box = new Envelope(point);
    box.expandBy(SAME_LINE);
    List<LineSegment> near = edges.query(box);
    return near.stream().anyMatch(edge -> edge.distance(point) <= SAME_LINE);
  }

  /** The edges of a shape's borders that come near a box. */
  static STRtree edges(Geometry shape, Envelope within) {
    Envelope box = new Envelope(within);
    box.expandBy(2 * SAME_LINE);
    STRtree edges = new STRtree();
    for (LineString ring : Polygons.lines(shape)) {
      Coordinate[] points = ring.getCoordinates();
      for (int i = 1; i < points.length; i++) {
        Envelope edge = new Envelope(points[i - 1], points[i]);
        if (edge.intersects(box)) {
          edges.insert(edge, new LineSegment(points[i - 1], points[i]));
        }
      }
    }
    edges.build();
    return edges;
  }
}
