package org.gridward.gis.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** A Placemark for each area. */
final class KmlAreas implements AreaWriter {
  private final AreaColumns columns;
  private final XMLStreamWriter xml;

  KmlAreas(OutputStream out, AreaColumns columns) throws IOException {
    this.columns = columns;
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("kml");
      xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
      xml.writeStartElement("Document");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void write(ExportedArea area) throws IOException {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement("Placemark");
      text("name", area.names().getOrDefault("en", area.code()));
      attributes(area);
      geometry(area.boundary());
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void attributes(ExportedArea area) throws XMLStreamException {
    List<String> names = columns.names();
    List<@Nullable String> values = columns.values(area);
    xml.writeStartElement("ExtendedData");
    for (int i = 0; i < names.size(); i++) {
      String value = values.get(i);
      xml.writeStartElement("Data");
      xml.writeAttribute("name", names.get(i));
      text("value", value == null ? "" : value);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void geometry(@Nullable MultiPolygon boundary) throws XMLStreamException {
    if (boundary == null) {
      return;
    }
    xml.writeStartElement("MultiGeometry");
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      xml.writeStartElement("Polygon");
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(hole));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void ring(String side, LinearRing ring) throws XMLStreamException {
    xml.writeStartElement(side);
    xml.writeStartElement("LinearRing");
    StringBuilder points = new StringBuilder();
    for (Coordinate point : ring.getCoordinates()) {
      points
          .append(Decimals.plain(point.x))
          .append(',')
          .append(Decimals.plain(point.y))
          .append(' ');
    }
    text("coordinates", points.toString());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(XmlText.sound(text));
    xml.writeEndElement();
  }

  @Override
  public void finish() throws IOException {
    try {
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
