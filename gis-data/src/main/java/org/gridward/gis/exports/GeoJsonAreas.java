package org.gridward.gis.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A FeatureCollection, one feature after the other. */
final class GeoJsonAreas implements AreaWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final AreaColumns columns;
  private final JsonGenerator json;

  GeoJsonAreas(OutputStream out, AreaColumns columns) {
    this.columns = columns;
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeArrayPropertyStart("features");
  }

  @Override
  public void write(ExportedArea area) throws IOException {
    try {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      properties(area);
      json.writeName("geometry");
      geometry(area.boundary());
      json.writeEndObject();
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  private void properties(ExportedArea area) {
    json.writeObjectPropertyStart("properties");
    List<String> names = columns.names();
    List<@Nullable String> values = columns.values(area);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(AreaColumns.CELL)) {
        json.writeBooleanProperty(names.get(i), area.cell());
      } else {
        json.writeStringProperty(names.get(i), values.get(i));
      }
    }
    json.writeEndObject();
  }

  private void geometry(@Nullable MultiPolygon boundary) {
    if (boundary == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("type", "MultiPolygon");
    json.writeArrayPropertyStart("coordinates");
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      json.writeStartArray();
      ring(polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(polygon.getInteriorRingN(hole), false);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Some programs take a shell that is clockwise for all the world around it. */
  private void ring(LinearRing ring, boolean counterClockwise) {
    boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) != counterClockwise;
    json.writeStartArray();
    for (Coordinate point : (turn ? ring.reverse() : ring).getCoordinates()) {
      json.writeStartArray();
      json.writeNumber(point.x);
      json.writeNumber(point.y);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  @Override
  public void finish() throws IOException {
    try {
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    // the generator is left open on purpose: closing it would end the JSON of a broken export
  }
}
