package org.gridward.basemap;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.gridward.basemap.PmtilesDirectory.Entry;
import org.gridward.basemap.PmtilesHeader.Section;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An open PMTiles file of version 3. Thread-safe. It reads what it opened even after another file
 * has taken its place. Whatever the bytes are, a call answers or throws an {@link IOException}.
 */
final class PmtilesFile implements AutoCloseable {

  private static final int MOST_LEVELS = 4;
  private static final int MOST_TILE_BYTES = 16 << 20;
  private static final int MOST_METADATA_BYTES = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FileChannel channel;
  private final PmtilesHeader header;
  private final PmtilesDirectory root;

  private PmtilesFile(FileChannel channel) throws IOException {
    this.channel = channel;
    ByteBuffer start = ByteBuffer.allocate(PmtilesHeader.BYTES);
    while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {
      // reads on
    }
    this.header = PmtilesHeader.read(start.flip(), channel.size());
    this.root = directory(header.root(), 0, header.root().length());
  }

  /**
   * Opens it and reads its first directory.
   *
   * @throws IOException it cannot be read, or is damaged
   */
  static PmtilesFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new PmtilesFile(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  PmtilesHeader header() {
    return header;
  }

  /** The tile as it stands in the file, packed where {@link PmtilesHeader#packed}; empty: none. */
  Optional<byte[]> find(int z, int x, int y) throws IOException {
    if (!TileId.exists(z, x, y)) {
      return Optional.empty();
    }
    long id = TileId.of(z, x, y);
    PmtilesDirectory directory = root;
    for (int level = 0; level < MOST_LEVELS; level++) {
      Optional<Entry> entry = directory.find(id);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      Entry found = entry.get();
      if (!found.leaf()) {
        return Optional.of(bytes(header.tiles(), found.offset(), found.length()));
      }
      directory = directory(header.leaves(), found.offset(), found.length());
    }
    throw new IOException("its directories are nested too deeply");
  }

  /** What every map that shows it must say; empty where the file does not tell. */
  Optional<String> attribution() throws IOException {
    Section metadata = header.metadata();
    if (metadata.length() == 0) {
      return Optional.empty();
    }
    byte[] packed = bytes(metadata, 0, metadata.length());
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      JsonNode json = JSON.readTree(in.readNBytes(MOST_METADATA_BYTES));
      return json.path("attribution").asStringOpt().filter(text -> !text.isBlank());
    } catch (JacksonException e) {
      throw new IOException("its metadata are no JSON", e);
    }
  }

  private PmtilesDirectory directory(Section section, long offset, long length) throws IOException {
    return PmtilesDirectory.read(bytes(section, offset, length));
  }

  private byte[] bytes(Section section, long offset, long length) throws IOException {
    if (length > MOST_TILE_BYTES) {
      throw new IOException("a part of it is too large");
    }
    new Section(offset, length).within(section.length(), "some of its parts");
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, section.offset() + offset + bytes.position()) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
