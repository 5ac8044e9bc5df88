package org.gridward.gis.formats;

import com.linuxense.javadbf.DBFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a .dbf. javadbf decodes the values; cutting the file into rows happens here, so that
 * a row it cannot decode does not shift all rows after it.
 */
final class DbfRows implements AutoCloseable {
  /** One row, deleted or unreadable ones included. */
  sealed interface Row {}

  record Values(Map<String, @Nullable Object> attributes) implements Row {}

  record Deleted() implements Row {}

  record Missing(String why) implements Row {}

  private final ShapefileParts parts;
  private final InputStream in;
  private final Window window;
  private final DBFReader reader;
  private final int rowBytes;
  private final long count;

  private DbfRows(
      ShapefileParts parts, InputStream in, Window window, DBFReader reader, ByteBuffer header) {
    this.parts = parts;
    this.in = in;
    this.window = window;
    this.reader = reader;
    this.count = Integer.toUnsignedLong(header.getInt(4));
    this.rowBytes = Short.toUnsignedInt(header.getShort(10));
  }

  static DbfRows open(ShapefileParts parts, @Nullable Charset told) {
    InputStream in = parts.open("dbf");
    try {
      return open(parts, in, told);
    } catch (RuntimeException e) {
      close(in);
      throw e;
    }
  }

  private static DbfRows open(ShapefileParts parts, InputStream in, @Nullable Charset told) {
    try {
      byte[] start = in.readNBytes(32);
      if (start.length < 32) {
        throw parts.damaged("dbf", "it is too short");
      }
      ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
      byte[] fields = in.readNBytes(Math.max(0, Short.toUnsignedInt(header.getShort(8)) - 32));
      Window window = new Window();
      window.show(start, fields);
      Charset charset = DbfEncoding.of(parts, start, fields, told);
      // true: deleted rows come as well, they have a shape each
      DBFReader reader = new DBFReader(window, charset, true);
      return new DbfRows(parts, in, window, reader, header);
    } catch (IOException e) {
      throw parts.damaged("dbf", e);
    } catch (UnreadableFile e) {
      throw e;
    } catch (RuntimeException e) {
      throw parts.damaged("dbf", "its header is not understood (%s)".formatted(e.getMessage()));
    }
  }

  long count() {
    return count;
  }

  Row next() {
    try {
      byte[] row = in.readNBytes(rowBytes);
      if (rowBytes == 0 || row.length < rowBytes) {
        return new Missing("the .dbf has no row for it");
      }
      window.show(row, new byte[0]);
      return row(reader.nextRecord());
    } catch (IOException e) {
      throw parts.damaged("dbf", e);
    } catch (RuntimeException e) {
      return new Missing("its row in the .dbf is damaged: " + e.getMessage());
    }
  }

  private Row row(Object @Nullable [] values) {
    if (values == null) {
      return new Missing("the .dbf ends before its row");
    }
    if (Boolean.TRUE.equals(values[0])) {
      return new Deleted();
    }
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    // the first value and field tell of deletion
    for (int i = 1; i < Math.min(values.length, reader.getFieldCount()); i++) {
      attributes.put(reader.getField(i).getName(), plain(values[i]));
    }
    return new Values(attributes);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Date date -> LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
      case Integer number -> number.longValue();
      case byte[] _ -> null;
      case null, default -> value;
    };
  }

  @Override
  public void close() {
    close(in);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }

  /** What javadbf may see: the header first, then one row at a time. */
  private static final class Window extends InputStream {
    private ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);

    void show(byte[] first, byte[] second) {
      byte[] all = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, all, first.length, second.length);
      bytes = new ByteArrayInputStream(all);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public long skip(long count) {
      return bytes.skip(count);
    }

    @Override
    public int available() {
      return bytes.available();
    }
  }
}
