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

/** Geometry objects of RFC 7946, from plain objects. Heights are dropped. */
final class GeoJsonGeometry {
  private final Rings rings;

  GeoJsonGeometry(Rings rings) {
    this.rings = rings;
  }

  private interface Maker<T> {
    T make(@Nullable Object value) throws UnreadableGeometry;
  }

  Geometry of(@Nullable Object value) throws UnreadableGeometry {
    if (!(value instanceof Map<?, ?> object) || !(object.get("type") instanceof String type)) {
      throw UnreadableGeometry.of("the geometry is not an object with a type");
    }
    Object parts = object.get("coordinates");
    return switch (type) {
      case "Point" -> point(parts);
      case "MultiPoint" ->
          GEOMETRIES.createMultiPoint(GeometryFactory.toPointArray(each(parts, this::point)));
      case "LineString" -> line(parts);
      case "MultiLineString" ->
          GEOMETRIES.createMultiLineString(
              GeometryFactory.toLineStringArray(each(parts, this::line)));
      case "Polygon" -> polygon(parts);
      case "MultiPolygon" ->
          GEOMETRIES.createMultiPolygon(GeometryFactory.toPolygonArray(each(parts, this::polygon)));
      case "GeometryCollection" ->
          GEOMETRIES.createGeometryCollection(
              GeometryFactory.toGeometryArray(each(object.get("geometries"), this::of)));
      default -> throw UnreadableGeometry.of("geometry type \"%s\" is unknown".formatted(type));
    };
  }

  private Point point(@Nullable Object value) throws UnreadableGeometry {
    return value instanceof List<?> list && list.isEmpty()
        ? GEOMETRIES.createPoint()
        : GEOMETRIES.createPoint(position(value));
  }

  private LineString line(@Nullable Object value) throws UnreadableGeometry {
    Coordinate[] points = positions(value);
    if (points.length == 1) {
      throw UnreadableGeometry.of("a line has one point only");
    }
    return GEOMETRIES.createLineString(points);
  }

  private Polygon polygon(@Nullable Object value) throws UnreadableGeometry {
    List<LinearRing> all = each(value, ring -> rings.ring(positions(ring)));
    if (all.isEmpty()) {
      return GEOMETRIES.createPolygon();
    }
    List<LinearRing> holes = all.subList(1, all.size());
    if (all.getFirst().isEmpty() && !holes.isEmpty()) {
      throw new UnreadableGeometry("invalid-ring", "a polygon has holes but no outer ring");
    }
    return GEOMETRIES.createPolygon(all.getFirst(), holes.toArray(LinearRing[]::new));
  }

  private Coordinate[] positions(@Nullable Object value) throws UnreadableGeometry {
    return each(value, GeoJsonGeometry::position).toArray(Coordinate[]::new);
  }

  private static Coordinate position(@Nullable Object value) throws UnreadableGeometry {
    if (value instanceof List<?> list
        && list.size() >= 2
        && list.get(0) instanceof Number x
        && list.get(1) instanceof Number y
        && Double.isFinite(x.doubleValue())
        && Double.isFinite(y.doubleValue())) {
      return new Coordinate(x.doubleValue(), y.doubleValue());
    }
    throw UnreadableGeometry.of("a position is not two finite numbers");
  }

  private static <T> List<T> each(@Nullable Object value, Maker<T> maker)
      throws UnreadableGeometry {
    if (!(value instanceof List<?> list)) {
      throw UnreadableGeometry.of("\"coordinates\" is not nested as its type asks");
    }
    List<T> made = new ArrayList<>(list.size());
    for (Object part : list) {
      made.add(maker.make(part));
    }
    return made;
  }
}
