package org.gridward.gis.formats;

import com.linuxense.javadbf.DBFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding the text of a .dbf has: the one that is told, else that of the .cpg, else the mark
 * in the .dbf, else UTF-8. All of the file is looked through, so that no name comes in garbled
 * because the wrong one was said or none at all.
 */
final class DbfEncoding {
  private static final int HEADER = 32;
  private static final int FIELD = 32;
  private static final int MARK = 29;

  /** "As usual on the computer that wrote it", which says nothing here. */
  private static final byte ANSI = 0x57;

  private record TextField(int offset, int length) {}

  private final ShapefileParts parts;
  private final Charset charset;
  private final boolean declared;

  private DbfEncoding(ShapefileParts parts, Charset charset, boolean declared) {
    this.parts = parts;
    this.charset = charset;
    this.declared = declared;
  }

  /**
   * Of a .dbf whose header has been read.
   *
   * @param start its first 32 bytes
   * @param fields the rest of its header
   * @param told null to believe the file
   * @throws UnreadableFile where some text is not of it
   */
  static Charset of(ShapefileParts parts, byte[] start, byte[] fields, @Nullable Charset told)
      throws IOException {
    Charset said = told != null ? told : CodePage.of(parts.text("cpg").orElse(""));
    boolean declared = said != null || (start[MARK] != 0 && start[MARK] != ANSI);
    if (said == null) {
      said = declared ? marked(start, fields) : StandardCharsets.UTF_8;
    }
    new DbfEncoding(parts, said, declared).check(start, fields);
    return said;
  }

  private static Charset marked(byte[] start, byte[] fields) {
    byte[] header = Arrays.copyOf(start, start.length + fields.length);
    System.arraycopy(fields, 0, header, start.length, fields.length);
    return new DBFReader(new ByteArrayInputStream(header), null, true).getCharset();
  }

  private void check(byte[] start, byte[] fields) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    int rowBytes = Short.toUnsignedInt(header.getShort(10));
    List<TextField> texts = texts(fields, rowBytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer room = CharBuffer.allocate(1 << 16);
    try (InputStream in = parts.open("dbf")) {
      in.skipNBytes(HEADER + (long) fields.length);
      byte[] row = in.readNBytes(rowBytes);
      for (long number = 1; rowBytes > 0 && row.length == rowBytes; number++) {
        for (TextField text : texts) {
          if (!isOf(decoder, ByteBuffer.wrap(row, text.offset, text.length), room.clear())) {
            throw new UnreadableFile("encoding-unclear", refusal(number));
          }
        }
        row = in.readNBytes(rowBytes);
      }
    }
  }

  /** The fields of type C, which begin behind the mark of deletion. */
  private static List<TextField> texts(byte[] fields, int rowBytes) {
    List<TextField> texts = new ArrayList<>();
    int offset = 1;
    for (int at = 0; at + FIELD <= fields.length && fields[at] != '\r'; at += FIELD) {
      int length = Byte.toUnsignedInt(fields[at + 16]);
      if (fields[at + 11] == 'C' && offset + length <= rowBytes) {
        texts.add(new TextField(offset, length));
      }
      offset += length;
    }
    return texts;
  }

  /** A character that the end of the field cuts off is no fault: many programs write such. */
  private static boolean isOf(CharsetDecoder decoder, ByteBuffer text, CharBuffer room) {
    return !decoder.reset().decode(text, room, false).isError();
  }

  private String refusal(long row) {
    return declared
        ? "row %d in the .dbf of %s has bytes that are not %s; say its encoding, such as --encoding GB18030"
            .formatted(row, parts.name(), charset.displayName())
        : "nothing says the encoding of the .dbf of %s, and row %d is not UTF-8; say it, such as --encoding GB18030"
            .formatted(parts.name(), row);
  }
}
