package org.gridward.gis.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The records of a .shp, one after the other, after ESRI's <a
 * href="https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf">Shapefile
 * Technical Description</a> (July 1998). The .shx only repeats where they stand and is not needed.
 */
final class ShapeRecords implements AutoCloseable {
  private static final int HEADER_BYTES = 100;

  /** Eight million points; more in one shape is damage or malice. */
  private static final int MOST_BYTES = 1 << 27;

  private final ShapefileParts parts;
  private final InputStream in;
  private long remaining;
  private long count;

  private ShapeRecords(ShapefileParts parts, InputStream in) {
    this.parts = parts;
    this.in = in;
  }

  static ShapeRecords open(ShapefileParts parts) {
    ShapeRecords records = new ShapeRecords(parts, parts.open("shp"));
    try {
      records.readHeader();
      return records;
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private void readHeader() {
    ByteBuffer header = read(HEADER_BYTES);
    if (header.remaining() < HEADER_BYTES || header.getInt(0) != 9994) {
      throw parts.damaged("shp", "it does not start like one");
    }
    long bytes = header.getInt(24) * 2L;
    if (bytes < HEADER_BYTES) {
      throw parts.damaged("shp", "its length (%d) is too small".formatted(bytes));
    }
    remaining = bytes - HEADER_BYTES;
  }

  /** The next record, null at the end. */
  @Nullable ShapeRecord next() {
    if (remaining <= 0) {
      return null;
    }
    ByteBuffer header = read(8);
    if (header.remaining() < 8) {
      throw parts.damaged("shp", "it ends after record %d".formatted(count));
    }
    long length = header.getInt(4) * 2L;
    count++;
    if (length < 4 || length > MOST_BYTES || length + 8 > remaining) {
      throw parts.damaged("shp", "record %d has a length of %d bytes".formatted(count, length));
    }
    remaining -= length + 8;
    return new ShapeRecord(content((int) length));
  }

  private ByteBuffer content(int length) {
    ByteBuffer content = read(length);
    if (content.remaining() < length) {
      throw parts.damaged("shp", "it ends within record %d".formatted(count));
    }
    return content.order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer read(int bytes) {
    try {
      return ByteBuffer.wrap(in.readNBytes(bytes));
    } catch (IOException e) {
      throw parts.damaged("shp", e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }
}
