package org.gridward.gis.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The Placemarks of a KML text, one after the other, in whatever folders they stand. The file
 * cannot make the reader open anything else: a document type is refused, links are not followed.
 */
final class KmlPlacemarks implements AutoCloseable {
  /** Below the 100 at which the JDK's reader stops with a message of its own. */
  private static final int MOST_DEPTH = 60;

  private static final int MOST_CHARACTERS = 1 << 26;
  private static final int MOST_ELEMENTS = 1 << 20;

  private final KmlFile file;
  private final InputStream in;
  private final XMLStreamReader xml;

  private KmlPlacemarks(KmlFile file, InputStream in, XMLStreamReader xml) {
    this.file = file;
    this.in = in;
    this.xml = xml;
  }

  static KmlPlacemarks open(KmlFile file) {
    InputStream in;
    try {
      in = file.open();
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be opened: %s".formatted(file.name(), e.getMessage()), e);
    }
    try {
      KmlPlacemarks placemarks = new KmlPlacemarks(file, in, safe().createXMLStreamReader(in));
      placemarks.enter();
      return placemarks;
    } catch (XMLStreamException e) {
      close(in);
      throw damaged(file, e);
    } catch (RuntimeException e) {
      close(in);
      throw e;
    }
  }

  private static XMLInputFactory safe() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // without one, the JDK prints what is wrong with a file to standard error
    factory.setXMLReporter((message, type, information, location) -> {});
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to other files");
        });
    return factory;
  }

  private void enter() throws XMLStreamException {
    int event;
    do {
      event = advance();
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableFile(
            "file-damaged", "%s has a document type, KML needs none".formatted(file.name()));
      }
    } while (event != XMLStreamConstants.START_ELEMENT);
    if (!xml.getLocalName().equals("kml")) {
      throw new UnreadableFile(
          "format-unknown",
          "%s is XML of the kind <%s>, not KML".formatted(file.name(), xml.getLocalName()));
    }
  }

  /** The next Placemark; null behind the last, when the text has been read to its end. */
  @Nullable KmlElement next() {
    try {
      while (xml.hasNext()) {
        if (advance() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Placemark")) {
          return placemark();
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw damaged(file, e);
    }
  }

  private KmlElement placemark() throws XMLStreamException {
    KmlElement placemark = element();
    Deque<KmlElement> open = new ArrayDeque<>();
    open.push(placemark);
    long characters = 0;
    int elements = 0;
    while (!open.isEmpty()) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          KmlElement child = element();
          open.element().children().add(child);
          open.push(child);
          elements++;
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          characters += xml.getTextLength();
          if (characters <= MOST_CHARACTERS) {
            open.element()
                .text()
                .append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        default -> {}
      }
      if (open.size() > MOST_DEPTH || elements > MOST_ELEMENTS || characters > MOST_CHARACTERS) {
        throw new UnreadableFile(
            "file-damaged", "a Placemark of %s is larger than is sound".formatted(file.name()));
      }
    }
    return placemark;
  }

  private KmlElement element() {
    String label = xml.getAttributeValue(null, "name");
    return KmlElement.of(
        xml.getLocalName(), label != null ? label : xml.getAttributeValue(null, "id"));
  }

  /** The JDK's reader lets exceptions of its own out where bytes are not of the encoding. */
  private int advance() throws XMLStreamException {
    try {
      return xml.next();
    } catch (RuntimeException e) {
      throw new XMLStreamException(String.valueOf(e.getMessage()), e);
    }
  }

  private static UnreadableFile damaged(KmlFile file, XMLStreamException e) {
    String where =
        e.getLocation() == null ? "" : " at line %d".formatted(e.getLocation().getLineNumber());
    String message = String.valueOf(e.getMessage()).lines().reduce("", (first, last) -> last);
    return new UnreadableFile(
        "file-damaged",
        "%s is not whole XML%s: %s".formatted(file.name(), where, message.replace("Message: ", "")),
        e);
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      // read only: nothing is lost
    }
    close(in);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }
}
