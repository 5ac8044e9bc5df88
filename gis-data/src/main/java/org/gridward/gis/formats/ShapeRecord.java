package org.gridward.gis.formats;

import static org.gridward.gis.formats.Rings.GEOMETRIES;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/**
 * One shape as it stands in the .shp; heights and measures are dropped.
 *
 * @param content little-endian, from the shape type on
 */
record ShapeRecord(ByteBuffer content) {
  private static final int BOX_BYTES = 32;
  private static final int POINT_BYTES = 16;

  /** The geometry; null for a null shape. */
  @Nullable Geometry geometry(Rings rings) throws UnreadableGeometry {
    int type = content.getInt(0);
    return switch (type) {
      case 0 -> null;
      case 1, 11, 21 -> GEOMETRIES.createPoint(points(4, 1)[0]);
      case 8, 18, 28 -> GEOMETRIES.createMultiPointFromCoords(multiPoint());
      case 3, 13, 23 -> lines(lists());
      case 5, 15, 25 -> polygon(rings);
      default -> throw UnreadableGeometry.of("shape type %d is not supported".formatted(type));
    };
  }

  private Coordinate[] multiPoint() throws UnreadableGeometry {
    int start = 4 + BOX_BYTES;
    return points(start + 4, number(start));
  }

  private static Geometry lines(List<Coordinate[]> lists) throws UnreadableGeometry {
    List<LineString> lines = new ArrayList<>();
    for (Coordinate[] points : lists) {
      if (points.length == 1) {
        throw UnreadableGeometry.of("a line has one point only");
      }
      lines.add(GEOMETRIES.createLineString(points));
    }
    return GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private Geometry polygon(Rings rings) throws UnreadableGeometry {
    List<LinearRing> all = new ArrayList<>();
    for (Coordinate[] points : lists()) {
      if (points.length > 0) {
        all.add(rings.ring(points));
      }
    }
    return RingAssembly.polygons(all, rings);
  }

  /** Parts of a polyline or polygon, each from its first point to the next part's. */
  private List<Coordinate[]> lists() throws UnreadableGeometry {
    int parts = number(4 + BOX_BYTES);
    int points = number(8 + BOX_BYTES);
    int starts = 12 + BOX_BYTES;
    long firstPoint = starts + 4L * parts;
    if (firstPoint + (long) POINT_BYTES * points > content.limit()) {
      throw UnreadableGeometry.of(
          "%d parts and %d points do not fit its length".formatted(parts, points));
    }
    List<Coordinate[]> lists = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = content.getInt(starts + 4 * part);
      int to = part + 1 < parts ? content.getInt(starts + 4 * (part + 1)) : points;
      if (from < 0 || to < from || to > points) {
        throw UnreadableGeometry.of("part %d goes from %d to %d".formatted(part + 1, from, to));
      }
      lists.add(points((int) firstPoint + POINT_BYTES * from, to - from));
    }
    return lists;
  }

  private int number(int at) throws UnreadableGeometry {
    if (at + 4 > content.limit()) {
      throw UnreadableGeometry.of("the record is too short");
    }
    int number = content.getInt(at);
    if (number < 0) {
      throw UnreadableGeometry.of("a count is negative (%d)".formatted(number));
    }
    return number;
  }

  private Coordinate[] points(int at, int count) throws UnreadableGeometry {
    if (at + (long) POINT_BYTES * count > content.limit()) {
      throw UnreadableGeometry.of("%d points do not fit its length".formatted(count));
    }
    Coordinate[] points = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      double x = content.getDouble(at + POINT_BYTES * i);
      double y = content.getDouble(at + POINT_BYTES * i + 8);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw UnreadableGeometry.of("a position is not two finite numbers");
      }
      points[i] = new Coordinate(x, y);
    }
    return points;
  }
}
