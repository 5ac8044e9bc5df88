package org.gridward.gis.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * The lines along which groups of a coverage's polygons meet one another and the outside, each
 * once. Where polygons do not share their borders vertex by vertex, both sides are taken for a
 * border with the outside.
 */
public final class CoverageBorders {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private CoverageBorders() {}

  /**
   * A common border of two groups.
   *
   * @param other null for the outside
   * @param lines as long as they can be, in no order
   */
  public record Border<G>(G one, @Nullable G other, List<LineString> lines) {}

  private record Pair<G>(G one, @Nullable G other) {}

  /**
   * @param polygons Polygons or MultiPolygons in one CRS
   * @param groups of each polygon, in the same order
   */
  public static <G> List<Border<G>> between(
      List<? extends Geometry> polygons, List<? extends G> groups) {
    if (polygons.size() != groups.size()) {
      throw new IllegalArgumentException(
          "%d polygons, %d groups".formatted(polygons.size(), groups.size()));
    }
    Map<LineSegment, G> open = new LinkedHashMap<>();
    Map<Pair<G>, LineMerger> pairs = new LinkedHashMap<>();
    for (int i = 0; i < polygons.size(); i++) {
      G group = groups.get(i);
      for (LineSegment segment : segments(polygons.get(i))) {
        G beside = open.remove(segment);
        if (beside == null) {
          open.put(segment, group);
        } else if (!beside.equals(group)) {
          boolean known = pairs.containsKey(new Pair<>(group, beside));
          add(pairs, known ? group : beside, known ? beside : group, segment);
        }
      }
    }
    open.forEach((segment, group) -> add(pairs, group, null, segment));
    List<Border<G>> borders = new ArrayList<>();
    pairs.forEach((pair, merger) -> borders.add(border(pair, merger)));
    return borders;
  }

  private static <G> void add(
      Map<Pair<G>, LineMerger> pairs, G one, @Nullable G other, LineSegment segment) {
    pairs
        .computeIfAbsent(new Pair<>(one, other), _ -> new LineMerger())
        .add(FACTORY.createLineString(new Coordinate[] {segment.p0, segment.p1}));
  }

  private static <G> Border<G> border(Pair<G> pair, LineMerger merger) {
    List<LineString> lines = new ArrayList<>();
    for (Object line : merger.getMergedLineStrings()) {
      lines.add((LineString) line); // the merger makes nothing else
    }
    return new Border<>(pair.one(), pair.other(), lines);
  }

  /** Of all rings, each from its smaller to its greater end. */
  private static List<LineSegment> segments(Geometry polygons) {
    List<LineSegment> segments = new ArrayList<>();
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      if (polygons.getGeometryN(i) instanceof Polygon polygon) {
        add(segments, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          add(segments, polygon.getInteriorRingN(hole));
        }
      }
    }
    return segments;
  }

  private static void add(List<LineSegment> segments, LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      LineSegment segment = new LineSegment(points[i - 1], points[i]);
      segment.normalize();
      if (segment.getLength() > 0) {
        segments.add(segment);
      }
    }
  }
}
