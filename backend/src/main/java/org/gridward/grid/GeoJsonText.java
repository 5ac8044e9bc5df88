package org.gridward.grid;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries as GeoJSON does, with few decimals. */
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

  /** The coordinates of a MultiLineString. */
  String of(List<LineString> lines) {
    StringBuilder text = new StringBuilder("[");
    for (LineString line : lines) {
      separate(text, 1);
      append(text, line);
    }
    return text.append(']').toString();
  }

  /** {@code [lon,lat]}. */
  String of(Coordinate point) {
    StringBuilder text = new StringBuilder();
    append(text, point);
    return text.toString();
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

  private void append(StringBuilder text, LineString line) {
    text.append('[');
    int before = text.length();
    for (Coordinate at : line.getCoordinates()) {
      separate(text, before);
      append(text, at);
    }
    text.append(']');
  }

  private void append(StringBuilder text, Coordinate at) {
    text.append('[');
    append(text, at.x);
    text.append(',');
    append(text, at.y);
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
