package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The pieces that lines cut ground into: an exact coverage that keeps every corner there was. */
final class Faces {

  /** A micrometre, in degrees: crossings nearer to a corner than this are that corner. */
  private static final double SNAP = 1e-11;

  /** A tenth of a millimetre: a drawn point nearer to a corner than this means that corner. */
  private static final double MEANT = 1e-9;

  private Faces() {}

  /**
   * Cuts.
   *
   * @throws EditRefused {@code not-exact} where a corner of the ground could not be kept
   */
  static List<Polygon> cut(Geometry ground, List<LineString> cuts) {
    Coordinate[] corners = ground.getCoordinates();
    List<NodedSegmentString> lines = new ArrayList<>();
    Polygons.lines(ground).forEach(ring -> lines.add(string(ring.getCoordinates())));
    cuts.forEach(line -> lines.add(string(onCorners(line.getCoordinates(), corners))));
    SnappingNoder noder = new SnappingNoder(SNAP);
    noder.computeNodes(lines);
    List<Polygon> faces = inside(ground, polygons(noder.getNodedSubstrings()));
    Set<Coordinate> kept = new HashSet<>();
    faces.forEach(face -> kept.addAll(Arrays.asList(face.getCoordinates())));
    if (!kept.containsAll(Arrays.asList(corners))) {
      throw new EditRefused(
          "not-exact", "the line comes too near to a corner without meeting it; move it a little");
    }
    return faces;
  }

  /** Every piece that is enclosed by these borders, whoever has it. */
  static List<Polygon> between(List<Geometry> borders) {
    List<NodedSegmentString> lines = new ArrayList<>();
    for (Geometry border : borders) {
      Polygons.lines(border).forEach(ring -> lines.add(string(ring.getCoordinates())));
    }
    SnappingNoder noder = new SnappingNoder(SNAP);
    noder.computeNodes(lines);
    return polygons(noder.getNodedSubstrings());
  }

  private static NodedSegmentString string(Coordinate[] points) {
    return new NodedSegmentString(points, null);
  }

  private static Coordinate[] onCorners(Coordinate[] line, Coordinate[] corners) {
    return Arrays.stream(line)
        .map(
            point ->
                Arrays.stream(corners)
                    .filter(corner -> corner.distance(point) <= MEANT)
                    .findFirst()
                    .orElse(point)
                    .copy())
        .toArray(Coordinate[]::new);
  }

  /** In an order and with first corners of their own: those of JTS differ from run to run. */
  @SuppressWarnings("unchecked")
  private static List<Polygon> polygons(Iterable<?> strings) {
    Set<LineSegment> seen = new HashSet<>();
    Polygonizer polygonizer = new Polygonizer();
    for (Object each : strings) {
      Coordinate[] points = ((SegmentString) each).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        LineSegment edge = new LineSegment(points[i - 1], points[i]);
        edge.normalize();
        if (seen.add(edge)) {
          polygonizer.add(edge.toGeometry(Polygons.FACTORY));
        }
      }
    }
    Collection<Polygon> faces = polygonizer.getPolygons();
    return faces.stream().map(face -> (Polygon) face.norm()).sorted().toList();
  }

  private static List<Polygon> inside(Geometry ground, List<Polygon> faces) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(ground);
    return faces.stream()
        .filter(face -> locator.locate(Polygons.inside(face)) == Location.INTERIOR)
        .toList();
  }
}
