package org.gridward.shared.web;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a geometry as GeoJSON (RFC 7946), longitude first, never JTS's own inner parts. */
final class GeoJsonSerializer extends ValueSerializer<Geometry> {

  @Override
  public Class<Geometry> handledType() {
    return Geometry.class;
  }

  @Override
  public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    boolean collection = "GeometryCollection".equals(geometry.getGeometryType());
    json.writeName(collection ? "geometries" : "coordinates");
    if (collection) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        serialize(geometry.getGeometryN(i), json, context);
      }
      json.writeEndArray();
    } else {
      write(geometry, json);
    }
    json.writeEndObject();
  }

  private static void write(Geometry geometry, JsonGenerator json) {
    switch (geometry) {
      case Point point when point.isEmpty() -> {
        json.writeStartArray();
        json.writeEndArray();
      }
      case Point point -> write(point.getCoordinate(), json);
      case LineString line -> write(line.getCoordinates(), json);
      case Polygon polygon -> writeRings(polygon, json);
      default -> writeParts(geometry, json);
    }
  }

  private static void writeParts(Geometry geometry, JsonGenerator json) {
    json.writeStartArray();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      write(geometry.getGeometryN(i), json);
    }
    json.writeEndArray();
  }

  private static void writeRings(Polygon polygon, JsonGenerator json) {
    json.writeStartArray();
    if (!polygon.isEmpty()) {
      write(polygon.getExteriorRing().getCoordinates(), json);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        write(polygon.getInteriorRingN(i).getCoordinates(), json);
      }
    }
    json.writeEndArray();
  }

  private static void write(Coordinate[] coordinates, JsonGenerator json) {
    json.writeStartArray();
    for (Coordinate coordinate : coordinates) {
      write(coordinate, json);
    }
    json.writeEndArray();
  }

  private static void write(Coordinate coordinate, JsonGenerator json) {
    json.writeStartArray();
    json.writeNumber(coordinate.x);
    json.writeNumber(coordinate.y);
    json.writeEndArray();
  }
}
