package org.gridward.gis.formats;

import static org.gridward.gis.formats.Rings.GEOMETRIES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry object of the TopoJSON specification, from plain objects and the file's arcs. For one
 * object.
 */
final class TopoGeometry {
  private interface Maker<T> {
    T make(@Nullable Object value) throws UnreadableGeometry;
  }

  /** As in a Shapefile; short lists of numbers can ask for any number of points. */
  static final int MOST_POINTS = 1 << 23;

  private final TopoArcs arcs;
  private final Rings rings;
  private int points;

  TopoGeometry(TopoArcs arcs, Rings rings) {
    this.arcs = arcs;
    this.rings = rings;
  }

  /** Null for the type null, which stands for "no geometry". */
  @Nullable Geometry of(Map<?, ?> object) throws UnreadableGeometry {
    Object parts = object.get("arcs");
    Object positions = object.get("coordinates");
    Object type = object.get("type");
    if (type == null) {
      return null;
    }
    return switch (String.valueOf(type)) {
      case "Point" -> point(positions);
      case "MultiPoint" ->
          GEOMETRIES.createMultiPoint(GeometryFactory.toPointArray(each(positions, this::point)));
      case "LineString" -> line(parts);
      case "MultiLineString" ->
          GEOMETRIES.createMultiLineString(
              GeometryFactory.toLineStringArray(each(parts, this::line)));
      case "Polygon" -> polygon(parts);
      case "MultiPolygon" ->
          GEOMETRIES.createMultiPolygon(GeometryFactory.toPolygonArray(each(parts, this::polygon)));
      case "GeometryCollection" ->
          GEOMETRIES.createGeometryCollection(
              GeometryFactory.toGeometryArray(each(object.get("geometries"), this::part)));
      default -> throw UnreadableGeometry.of("geometry type \"%s\" is unknown".formatted(type));
    };
  }

  private Geometry part(@Nullable Object value) throws UnreadableGeometry {
    Geometry part = value instanceof Map<?, ?> object ? of(object) : null;
    return part == null ? GEOMETRIES.createGeometryCollection() : part;
  }

  private Point point(@Nullable Object value) throws UnreadableGeometry {
    if (value instanceof List<?> list
        && list.size() >= 2
        && list.get(0) instanceof Number x
        && list.get(1) instanceof Number y) {
      Coordinate point = arcs.position(x.doubleValue(), y.doubleValue());
      if (Double.isFinite(point.x) && Double.isFinite(point.y)) {
        return GEOMETRIES.createPoint(point);
      }
    }
    throw UnreadableGeometry.of("a position is not two finite numbers");
  }

  private LineString line(@Nullable Object value) throws UnreadableGeometry {
    Coordinate[] points = join(value);
    if (points.length == 1) {
      throw UnreadableGeometry.of("a line has one point only");
    }
    return GEOMETRIES.createLineString(points);
  }

  /** All parts of an object together have a bound: each may take the same arcs again. */
  private Coordinate[] join(@Nullable Object value) throws UnreadableGeometry {
    Coordinate[] joined = arcs.join(list(value), MOST_POINTS - points);
    points += joined.length;
    return joined;
  }

  private Polygon polygon(@Nullable Object value) throws UnreadableGeometry {
    List<LinearRing> all = each(value, ring -> rings.ring(join(ring)));
    if (all.isEmpty()) {
      return GEOMETRIES.createPolygon();
    }
    List<LinearRing> holes = all.subList(1, all.size());
    if (all.getFirst().isEmpty() && !holes.isEmpty()) {
      throw new UnreadableGeometry("invalid-ring", "a polygon has holes but no outer ring");
    }
    return GEOMETRIES.createPolygon(all.getFirst(), holes.toArray(LinearRing[]::new));
  }

  private static List<?> list(@Nullable Object value) throws UnreadableGeometry {
    if (value instanceof List<?> list) {
      return list;
    }
    throw UnreadableGeometry.of("\"arcs\" is not nested as its type asks");
  }

  private static <T> List<T> each(@Nullable Object value, Maker<T> maker)
      throws UnreadableGeometry {
    List<T> made = new ArrayList<>();
    for (Object part : list(value)) {
      made.add(maker.make(part));
    }
    return made;
  }
}
