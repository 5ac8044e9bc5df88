package org.gridward.basemap.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The sea within a box, out of the coast lines of an extract, which have land on their left. Lines
 * that end inside the box, as an extract cuts them, go on to its nearest side by the shortest way.
 * Longitude and latitude in degrees.
 */
final class Sea {

  /** How far the noded line may lie from the line it came from, in degrees. */
  private static final double SAME = 1e-7;

  private final GeometryFactory factory = new GeometryFactory();
  private final List<LineString> coast;
  private final Envelope box;
  private final STRtree directed = new STRtree();

  private Sea(List<LineString> coast, Envelope box) {
    this.coast = coast;
    this.box = box;
  }

  /** The polygons of the sea; none where there is no coast. */
  static List<Polygon> within(Envelope box, List<LineString> coast) {
    if (box.getArea() == 0 || coast.isEmpty()) {
      return List.of();
    }
    Sea sea = new Sea(coast, box);
    sea.coast.forEach(sea::index);
    return sea.faces().stream().filter(sea::isSea).toList();
  }

  private void index(LineString line) {
    Coordinate[] points = line.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      LineSegment segment = new LineSegment(points[i - 1], points[i]);
      directed.insert(new Envelope(segment.p0, segment.p1), segment);
    }
  }

  /** What the coast divides the box into. */
  private List<Polygon> faces() {
    Polygon whole = (Polygon) factory.toGeometry(box);
    List<Geometry> lines = new ArrayList<>(coast);
    lines.addAll(extensions());
    lines.add(whole.getExteriorRing());
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(factory.buildGeometry(lines)));
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      if (whole.contains(polygon.getInteriorPoint())) {
        faces.add(polygon);
      }
    }
    return faces;
  }

  private List<LineString> extensions() {
    Map<Coordinate, Integer> ends = new HashMap<>();
    for (LineString line : coast) {
      ends.merge(line.getCoordinateN(0), 1, Integer::sum);
      ends.merge(line.getCoordinateN(line.getNumPoints() - 1), 1, Integer::sum);
    }
    return ends.entrySet().stream()
        .filter(end -> end.getValue() == 1 && box.contains(end.getKey()))
        .map(end -> new Coordinate[] {end.getKey(), side(end.getKey())})
        .filter(line -> !line[0].equals2D(line[1]))
        .map(factory::createLineString)
        .toList();
  }

  /** The nearest point on the box's sides. */
  private Coordinate side(Coordinate at) {
    double west = at.x - box.getMinX();
    double east = box.getMaxX() - at.x;
    double south = at.y - box.getMinY();
    double north = box.getMaxY() - at.y;
    double least = Math.min(Math.min(west, east), Math.min(south, north));
    if (least == west || least == east) {
      return new Coordinate(least == west ? box.getMinX() : box.getMaxX(), at.y);
    }
    return new Coordinate(at.x, least == south ? box.getMinY() : box.getMaxY());
  }

  /** By the longer part of its coast: in wrong data a line may run against the others. */
  private boolean isSea(Polygon face) {
    double sea = seaward(face.getExteriorRing(), true);
    for (int i = 0; i < face.getNumInteriorRing(); i++) {
      sea += seaward(face.getInteriorRingN(i), false);
    }
    return sea > 0;
  }

  /** The length of coast that has the face on its right, less that which has it on its left. */
  private double seaward(LinearRing ring, boolean shell) {
    boolean insideOnLeft = Orientation.isCCW(ring.getCoordinateSequence()) == shell;
    Coordinate[] points = ring.getCoordinates();
    double length = 0;
    for (int i = 1; i < points.length; i++) {
      LineSegment side = new LineSegment(points[i - 1], points[i]);
      LineSegment shore = shoreAt(side.midPoint());
      if (shore != null) {
        double along = (side.p1.x - side.p0.x) * (shore.p1.x - shore.p0.x);
        along += (side.p1.y - side.p0.y) * (shore.p1.y - shore.p0.y);
        length += along > 0 == insideOnLeft ? -side.getLength() : side.getLength();
      }
    }
    return length;
  }

  private @Nullable LineSegment shoreAt(Coordinate at) {
    Envelope around = new Envelope(at);
    around.expandBy(SAME);
    for (Object found : directed.query(around)) {
      LineSegment segment = (LineSegment) found;
      if (segment.distance(at) <= SAME) {
        return segment;
      }
    }
    return null;
  }
}
