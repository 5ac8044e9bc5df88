package org.gridward.gis.formats;

import static org.gridward.gis.formats.Rings.GEOMETRIES;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The geometry of a Placemark (OGC KML 2.3, chapter 10). Heights are dropped. */
final class KmlGeometry {
  private final Rings rings;

  KmlGeometry(Rings rings) {
    this.rings = rings;
  }

  /** All geometries of the Placemark as one; null where it has none. */
  @Nullable Geometry of(KmlElement placemark) throws UnreadableGeometry {
    List<Geometry> found = new ArrayList<>();
    collect(placemark, found);
    return found.isEmpty() ? null : GEOMETRIES.buildGeometry(found);
  }

  private void collect(KmlElement parent, List<Geometry> found) throws UnreadableGeometry {
    for (KmlElement child : parent.children()) {
      switch (child.name()) {
        case "MultiGeometry" -> collect(child, found);
        case "Polygon" -> found.add(polygon(child));
        case "Point" -> found.add(point(child));
        case "LineString", "LinearRing" -> found.add(line(child));
        default -> {}
      }
    }
  }

  private Polygon polygon(KmlElement element) throws UnreadableGeometry {
    List<LinearRing> outer = rings(element, "outerBoundaryIs");
    if (outer.size() != 1) {
      throw new UnreadableGeometry(
          "invalid-ring", "a polygon has %d outer rings".formatted(outer.size()));
    }
    return GEOMETRIES.createPolygon(
        outer.getFirst(), rings(element, "innerBoundaryIs").toArray(LinearRing[]::new));
  }

  private List<LinearRing> rings(KmlElement polygon, String side) throws UnreadableGeometry {
    List<KmlElement> elements =
        polygon.children(side).flatMap(boundary -> boundary.children("LinearRing")).toList();
    List<LinearRing> made = new ArrayList<>();
    for (KmlElement ring : elements) {
      Coordinate[] points = points(ring);
      if (points.length == 0) {
        throw new UnreadableGeometry("invalid-ring", "a ring has no points");
      }
      made.add(rings.ring(points));
    }
    return made;
  }

  private static Geometry point(KmlElement element) throws UnreadableGeometry {
    Coordinate[] points = points(element);
    if (points.length != 1) {
      throw UnreadableGeometry.of("a point has %d positions".formatted(points.length));
    }
    return GEOMETRIES.createPoint(points[0]);
  }

  private static Geometry line(KmlElement element) throws UnreadableGeometry {
    Coordinate[] points = points(element);
    if (points.length == 1) {
      throw UnreadableGeometry.of("a line has one point only");
    }
    return GEOMETRIES.createLineString(points);
  }

  private static Coordinate[] points(KmlElement element) throws UnreadableGeometry {
    String text = element.child("coordinates").map(KmlElement::words).orElse("");
    List<Coordinate> points = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        points.add(position(text.substring(at, end)));
      }
      at = end + 1;
    }
    return points.toArray(Coordinate[]::new);
  }

  private static Coordinate position(String text) throws UnreadableGeometry {
    int first = text.indexOf(',');
    int second = text.indexOf(',', first + 1);
    try {
      double x = Double.parseDouble(text.substring(0, Math.max(0, first)));
      double y = Double.parseDouble(text.substring(first + 1, second < 0 ? text.length() : second));
      if (Double.isFinite(x) && Double.isFinite(y)) {
        return new Coordinate(x, y);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    throw UnreadableGeometry.of("\"%s\" is not longitude,latitude".formatted(shown));
  }
}
