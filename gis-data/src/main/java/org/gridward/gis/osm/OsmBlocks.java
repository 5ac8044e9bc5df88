package org.gridward.gis.osm;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
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

  /** Throws {@link UnreadableFile} where the file is none of these, or damaged. */
  void forEach(Consumer<PrimitiveBlock> reader) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      boolean first = true;
      while (in.available() > 0) {
        BlobHeader head = BlobHeader.parseFrom(bytes(in, in.readInt(), MAX_HEADER));
        byte[] content = bytes(in, head.getDatasize(), MAX_BLOB);
        if (first && !head.getType().equals("OSMHeader")) {
          throw damaged("it does not begin with a header");
        }
        first = false;
        if (head.getType().equals("OSMHeader")) {
          check(HeaderBlock.parseFrom(data(content)));
        } else if (head.getType().equals("OSMData")) {
          reader.accept(PrimitiveBlock.parseFrom(data(content)));
        }
      }
      if (first) {
        throw damaged("it is empty");
      }
    } catch (EOFException _) {
      throw damaged("it ends in the middle of a block");
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException | DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }
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

  private static ByteString data(byte[] content) throws IOException, DataFormatException {
    Blob blob = Blob.parseFrom(content);
    if (blob.hasRaw()) {
      return blob.getRaw();
    }
    if (!blob.hasZlibData() || blob.getRawSize() < 0 || blob.getRawSize() > MAX_BLOB) {
      throw new InvalidProtocolBufferException("a block is packed in a way that is not read");
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
      byte[] plain = new byte[blob.getRawSize()];
      int size = 0;
      while (size < plain.length && !inflater.finished()) {
        int more = inflater.inflate(plain, size, plain.length - size);
        if (more == 0) {
          throw new DataFormatException("a packed block is cut short");
        }
        size += more;
      }
      return ByteString.copyFrom(plain, 0, size);
    }
  }

  private void check(HeaderBlock header) {
    for (String feature : header.getRequiredFeaturesList()) {
      if (!KNOWN_FEATURES.contains(feature)) {
        throw new UnreadableFile(
            "format-unknown",
            "%s needs '%s', which is not read here".formatted(file.getFileName(), feature));
      }
    }
  }

  private UnreadableFile damaged(String why) {
    return new UnreadableFile(
        "file-damaged", "%s is no whole .osm.pbf file: %s".formatted(file.getFileName(), why));
  }
}
