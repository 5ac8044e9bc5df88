package org.gridward.gis.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gridward.gis.formats.UnreadableFile;

/** The blocks of a .osm.pbf file, one after the other; the sizes the format allows, no more. */
final class OsmBlocks {

  private static final int MAX_HEADER = 64 * 1024;
  private static final int MAX_BLOB = 32 * 1024 * 1024;
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  private final Path file;

  OsmBlocks(Path file) {
    this.file = file;
  }

  /** Reads a block. */
  interface BlockReader {
    void read(OsmBlock block) throws IOException;
  }

  /** Throws {@link UnreadableFile} where the file is none of these, or damaged. */
  void forEach(BlockReader reader) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      boolean first = true;
      while (in.available() > 0) {
        Head head = head(bytes(in, in.readInt(), MAX_HEADER));
        byte[] content = bytes(in, head.size(), MAX_BLOB);
        if (first && !head.type().equals("OSMHeader")) {
          throw damaged("it does not begin with a header");
        }
        first = false;
        if (head.type().equals("OSMHeader")) {
          check(data(content));
        } else if (head.type().equals("OSMData")) {
          reader.read(new OsmBlock(data(content)));
        }
      }
      if (first) {
        throw damaged("it is empty");
      }
    } catch (EOFException _) {
      throw damaged("it ends in the middle of a block");
    } catch (InvalidProtocolBufferException
        | IndexOutOfBoundsException
        | ArithmeticException
        | DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** What stands before a block. */
  private record Head(String type, int size) {}

  private static Head head(byte[] bytes) throws IOException {
    String type = "";
    int size = 0;
    PbfMessage fields = new PbfMessage(bytes);
    while (fields.next()) {
      if (fields.field() == 1) {
        type = new String(fields.bytes(), StandardCharsets.UTF_8);
      } else if (fields.field() == 3) {
        size = Math.toIntExact(fields.number());
      }
    }
    return new Head(type, size);
  }

  private static byte[] bytes(DataInputStream in, int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new InvalidProtocolBufferException("a block claims %d bytes".formatted(size));
    }
    byte[] read = in.readNBytes(size);
    if (read.length < size) {
      throw new EOFException();
    }
    return read;
  }

  private static byte[] data(byte[] content) throws IOException, DataFormatException {
    byte[] packed = {};
    long size = -1;
    PbfMessage blob = new PbfMessage(content);
    while (blob.next()) {
      switch (blob.field()) {
        case 1 -> {
          return blob.bytes();
        }
        case 2 -> size = blob.number();
        case 3 -> packed = blob.bytes();
        default -> {}
      }
    }
    if (packed.length == 0 || size < 0 || size > MAX_BLOB) {
      throw new InvalidProtocolBufferException("a block is packed in a way that is not read");
    }
    return inflate(packed, (int) size);
  }

  private static byte[] inflate(byte[] packed, int most) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      byte[] plain = new byte[most];
      int size = 0;
      while (size < plain.length && !inflater.finished()) {
        int more = inflater.inflate(plain, size, plain.length - size);
        if (more == 0) {
          throw new DataFormatException("a packed block is cut short");
        }
        size += more;
      }
      return Arrays.copyOf(plain, size);
    }
  }

  private void check(byte[] header) throws IOException {
    PbfMessage fields = new PbfMessage(header);
    while (fields.next()) {
      if (fields.field() == 4) {
        String feature = new String(fields.bytes(), StandardCharsets.UTF_8);
        if (!KNOWN_FEATURES.contains(feature)) {
          throw new UnreadableFile(
              "format-unknown",
              "%s needs '%s', which is not read here".formatted(file.getFileName(), feature));
        }
      }
    }
  }

  private UnreadableFile damaged(String why) {
    return new UnreadableFile(
        "file-damaged", "%s is no whole .osm.pbf file: %s".formatted(file.getFileName(), why));
  }
}
