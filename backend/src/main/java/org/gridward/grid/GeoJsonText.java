package org.gridward.grid;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes polygons as GeoJSON geometries with few decimals. */
final class GeoJsonText {

  private final int decimals;
  private final long scale;

  /**
   * @param decimals of a degree that are kept, 1 to 9
   */
  GeoJsonText(int decimals) {
    this.decimals = decimals;
    this.scale = Math.round(Math.pow(10, decimals));
  }

  /** A MultiPolygon; parts that are not polygons are left out. */
  String of(Geometry geometry) {
    StringBuilder text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    int before = text.length();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        separate(text, before);
        append(text, polygon);
      }
    }
    return text.append("]}").toString();
  }

  private void append(StringBuilder text, Polygon polygon) {
    text.append('[');
    append(text, polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      text.append(',');
      append(text, polygon.getInteriorRingN(i));
    }
    text.append(']');
  }

  private void append(StringBuilder text, LinearRing ring) {
    text.append('[');
    int before = text.length();
    for (Coordinate at : ring.getCoordinates()) {
      separate(text, before);
      text.append('[');
      append(text, at.x);
      text.append(',');
      append(text, at.y);
      text.append(']');
    }
    text.append(']');
  }

  private static void separate(StringBuilder text, int before) {
    if (text.length() > before) {
      text.append(',');
    }
  }

  private void append(StringBuilder text, double degrees) {
    long units = Math.round(degrees * scale);
    if (units < 0) {
      text.append('-');
    }
    long magnitude = Math.abs(units);
    text.append(magnitude / scale);
    long fraction = magnitude % scale;
    if (fraction == 0) {
      return;
    }
    String digits = Long.toString(fraction);
    text.append('.').repeat('0', decimals - digits.length());
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    text.append(digits, 0, end);
  }
}
