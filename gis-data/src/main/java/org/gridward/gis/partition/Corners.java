package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Puts corners into straight edges, so that both sides of a border have the same. */
final class Corners {

  /**
   * Points nearer to an edge than this, in degrees, lie on it: rounding, a tenth of a millimetre.
   */
  private static final double ON_EDGE = 1e-9;

  private final STRtree points = new STRtree();
  private final double tolerance;

  private Corners(Collection<Coordinate> corners, double tolerance) {
    this.tolerance = tolerance;
    corners.forEach(corner -> points.insert(new Envelope(corner), corner));
    points.build();
  }

  /** Those of {@code around} that lie along corners that the ground did not have, with them. */
  static Map<String, MultiPolygon> align(
      Geometry before, List<? extends Geometry> after, List<Ground> around) {
    Set<Coordinate> added = corners(after);
    Arrays.asList(before.getCoordinates()).forEach(added::remove);
    return align(added, around);
  }

  /** As well along the corners of a fault: until then its ground was not theirs who have it now. */
  static Map<String, MultiPolygon> alignWithFault(
      Geometry before, List<? extends Geometry> after, Geometry fault, List<Ground> around) {
    Set<Coordinate> added = corners(after);
    Set<Coordinate> kept = new HashSet<>(Arrays.asList(before.getCoordinates()));
    Corners ofFault = new Corners(Arrays.asList(fault.getCoordinates()), ON_EDGE);
    added.removeIf(corner -> kept.contains(corner) && !ofFault.has(corner));
    return align(added, around);
  }

  /** Overlays give the corners of a fault other last digits. */
  @SuppressWarnings("unchecked")
  private boolean has(Coordinate corner) {
    Envelope box = new Envelope(corner);
    box.expandBy(tolerance);
    List<Coordinate> near = points.query(box);
    return near.stream().anyMatch(point -> point.distance(corner) <= tolerance);
  }

  private static Set<Coordinate> corners(List<? extends Geometry> shapes) {
    Set<Coordinate> corners = new HashSet<>();
    shapes.forEach(shape -> corners.addAll(Arrays.asList(shape.getCoordinates())));
    return corners;
  }

  private static Map<String, MultiPolygon> align(Set<Coordinate> added, List<Ground> around) {
    Corners corners = new Corners(added, ON_EDGE);
    Map<String, MultiPolygon> changed = new HashMap<>();
    for (Ground ground : around) {
      MultiPolygon with = corners.in(ground.shape());
      if (with.getNumPoints() != ground.shape().getNumPoints()) {
        changed.put(ground.code(), with);
      }
    }
    return changed;
  }

  /** The shape with those corners of another that lie along its edges, within a centimetre. */
  static MultiPolygon with(Geometry shape, Geometry other) {
    Set<Coordinate> added = new HashSet<>(Arrays.asList(other.getCoordinates()));
    Arrays.asList(shape.getCoordinates()).forEach(added::remove);
    return new Corners(added, Neighbourhood.SAME_LINE).in(shape);
  }

  /** The shape with some corners put elsewhere; what falls together becomes one corner. */
  static MultiPolygon moved(Geometry shape, Map<Coordinate, Coordinate> moves) {
    List<Polygon> polygons = new ArrayList<>();
    for (Polygon polygon : Polygons.of(shape)) {
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = moved(polygon.getInteriorRingN(i), moves);
      }
      polygons.add(Polygons.FACTORY.createPolygon(moved(polygon.getExteriorRing(), moves), holes));
    }
    return Polygons.multi(polygons);
  }

  private static LinearRing moved(LinearRing ring, Map<Coordinate, Coordinate> moves) {
    CoordinateList all = new CoordinateList();
    for (Coordinate corner : ring.getCoordinates()) {
      all.add(moves.getOrDefault(corner, corner).copy(), false);
    }
    return all.size() < 4 ? ring : Polygons.FACTORY.createLinearRing(all.toCoordinateArray());
  }

  private MultiPolygon in(Geometry shape) {
    return Polygons.multi(Polygons.of(shape).stream().map(this::in).toList());
  }

  private Polygon in(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = in(polygon.getInteriorRingN(i));
    }
    return Polygons.FACTORY.createPolygon(in(polygon.getExteriorRing()), holes);
  }

  private LinearRing in(LinearRing ring) {
    Coordinate[] old = ring.getCoordinates();
    List<Coordinate> all = new ArrayList<>();
    for (int i = 1; i < old.length; i++) {
      all.add(old[i - 1]);
      all.addAll(on(new LineSegment(old[i - 1], old[i])));
    }
    all.add(old[old.length - 1]);
    return Polygons.FACTORY.createLinearRing(all.toArray(Coordinate[]::new));
  }

  @SuppressWarnings("unchecked")
  private List<Coordinate> on(LineSegment edge) {
    Envelope box = new Envelope(edge.p0, edge.p1);
    box.expandBy(tolerance);
    List<Coordinate> near = points.query(box);
    return near.stream()
        .filter(point -> edge.distance(point) <= tolerance)
        .filter(point -> !point.equals2D(edge.p0) && !point.equals2D(edge.p1))
        .sorted(Comparator.comparingDouble(point -> point.distance(edge.p0)))
        .map(Coordinate::copy)
        .toList();
  }
}
