package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The cells as an exact coverage: all borders are laid together on the grid of a ten-millionth of a
 * degree, where they meet they get a common corner, and the faces between them are the cells.
 */
final class Mosaic {

  private Mosaic() {}

  /**
   * Boundaries in degrees, in the order of the plots.
   *
   * @throws IllegalStateException where a plot has vanished in the rounding
   */
  static List<Geometry> of(List<Plot> plots) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(edges(plots));
    STRtree index = new STRtree();
    for (int i = 0; i < plots.size(); i++) {
      index.insert(plots.get(i).ground().getEnvelopeInternal(), i);
    }
    List<List<Geometry>> parts = new ArrayList<>();
    plots.forEach(plot -> parts.add(new ArrayList<>()));
    for (Object face : polygonizer.getPolygons()) {
      assign((Polygon) face, plots, index, parts);
    }
    List<Geometry> cells = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).isEmpty()) {
        throw new IllegalStateException("no ground is left of " + plots.get(i));
      }
      cells.add(CoverageUnion.union(parts.get(i).toArray(Geometry[]::new)).norm());
    }
    return cells;
  }

  private static void assign(
      Polygon face, List<Plot> plots, STRtree index, List<List<Geometry>> parts) {
    Coordinate middle = Plane.toMetres(face.getInteriorPoint().getCoordinate());
    Geometry point = Plane.METRES.createPoint(middle);
    for (Object found : index.query(point.getEnvelopeInternal())) {
      if (plots.get((Integer) found).ground().intersects(point)) {
        parts.get((Integer) found).add(face);
        return;
      }
    }
  }

  private static Geometry edges(List<Plot> plots) {
    List<SegmentString> lines = new ArrayList<>();
    for (Plot plot : plots) {
      Polygon ground = (Polygon) Plane.toDegrees(plot.ground());
      lines.add(new NodedSegmentString(ground.getExteriorRing().getCoordinates(), null));
      for (int hole = 0; hole < ground.getNumInteriorRing(); hole++) {
        lines.add(new NodedSegmentString(ground.getInteriorRingN(hole).getCoordinates(), null));
      }
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(Plane.GRID);
    noder.computeNodes(lines);
    Set<LineSegment> segments = new HashSet<>();
    List<Geometry> edges = new ArrayList<>();
    for (Object noded : noder.getNodedSubstrings()) {
      Coordinate[] points = ((SegmentString) noded).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        LineSegment segment = new LineSegment(points[i - 1], points[i]);
        segment.normalize();
        if (segment.getLength() > 0 && segments.add(segment)) {
          edges.add(segment.toGeometry(Plane.DEGREES));
        }
      }
    }
    return Plane.DEGREES.buildGeometry(edges);
  }
}
