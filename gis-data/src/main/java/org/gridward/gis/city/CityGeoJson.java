package org.gridward.gis.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the areas of one level as GeoJSON. */
final class CityGeoJson {

  private static final JsonFactory JSON = new JsonFactory();

  private CityGeoJson() {}

  static void write(List<CityArea> areas, Path file) throws IOException {
    try (var out = Files.newOutputStream(file);
        JsonGenerator json =
            JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("description", "MADE UP, not a real place 虚构数据");
      json.writeArrayPropertyStart("features");
      areas.forEach(area -> write(json, area));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, CityArea area) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("code", area.code());
    json.writeStringProperty("parent", area.parent());
    json.writeStringProperty("name_en", area.name().en());
    json.writeStringProperty("name_zh", area.name().zh());
    json.writeNumberProperty("households", area.households());
    json.writeEndObject();
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", "MultiPolygon");
    json.writeArrayPropertyStart("coordinates");
    write(json, area.boundary());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Geometry boundary) {
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      json.writeStartArray();
      write(json, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        write(json, polygon.getInteriorRingN(hole));
      }
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, LinearRing ring) {
    json.writeStartArray();
    for (Coordinate point : ring.getCoordinates()) {
      json.writeStartArray();
      json.writeNumber(point.x);
      json.writeNumber(point.y);
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
