package org.gridward.gis.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the made-up district to files. */
final class DemoFiles {
  private static final JsonFactory JSON = new JsonFactory();

  private static final String README =
      """
      MADE UP. 虚构数据。

      Everything in this folder was drawn by a program (org.gridward.gis.demo.DemoDistrict) to try
      Gridward out. No place, boundary, post or person here is real; the coordinates (EPSG:4326,
      longitude first) lie in empty steppe.
      本目录全部内容由程序生成，仅供试用；地名、边界、岗位、人员均为虚构。

      *.geojson    the areas, one file for each level, from the widest to the cell
      workers.csv  the workers: main and backup responsibility for cells
      """;

  private DemoFiles() {}

  static void write(DemoDistrict district, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (DemoLevel level : DemoLevel.values()) {
      writeAreas(district, level, folder.resolve(level.fileName()));
    }
    WorkerCsv.write(district.workers(), folder.resolve("workers.csv"));
    Files.writeString(folder.resolve("README.txt"), README);
  }

  private static void writeAreas(DemoDistrict district, DemoLevel level, Path file)
      throws IOException {
    try (var out = Files.newOutputStream(file);
        JsonGenerator json =
            JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("description", "MADE UP, not a real place 虚构数据");
      json.writeArrayPropertyStart("features");
      district.level(level).forEach(area -> write(json, area));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, DemoArea area) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("code", area.code());
    json.writeStringProperty("parent", area.parent());
    json.writeStringProperty("name_en", area.nameEn());
    json.writeStringProperty("name_zh", area.nameZh());
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
