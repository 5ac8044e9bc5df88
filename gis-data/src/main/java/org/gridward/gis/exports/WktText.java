package org.gridward.gis.exports;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * WKT of boundaries (multipolygons) with every digit they have; JTS's own writer stops at 16
 * decimals.
 */
final class WktText {
  private WktText() {}

  static String of(Geometry boundary) {
    if (boundary.isEmpty()) {
      return "MULTIPOLYGON EMPTY";
    }
    StringBuilder text = new StringBuilder("MULTIPOLYGON (");
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      text.append(i == 0 ? "(" : ", (");
      append(text, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        append(text.append(", "), polygon.getInteriorRingN(hole));
      }
      text.append(')');
    }
    return text.append(')').toString();
  }

  private static void append(StringBuilder text, LinearRing ring) {
    String before = "(";
    for (Coordinate point : ring.getCoordinates()) {
      text.append(before).append(Decimals.plain(point.x)).append(' ');
      text.append(Decimals.plain(point.y));
      before = ", ";
    }
    text.append(')');
  }
}
