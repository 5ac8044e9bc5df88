package org.gridward.basemap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A directory of a PMTiles file: which stretch of tiles stands where. Immutable. */
final class PmtilesDirectory {

  /** Far more than a real directory has. */
  private static final int MOST_BYTES = 32 << 20;

  private static final int LEAST_BYTES_OF_AN_ENTRY = 4;

  private final long[] ids;
  private final int[] runs;
  private final int[] lengths;
  private final long[] offsets;

  /**
   * What an id leads to.
   *
   * @param leaf true: another directory; offset in the leaves. Else a tile; offset in the tiles
   */
  record Entry(long offset, int length, boolean leaf) {}

  private PmtilesDirectory(int size) {
    ids = new long[size];
    runs = new int[size];
    lengths = new int[size];
    offsets = new long[size];
  }

  /**
   * Reads a directory in gzip.
   *
   * @throws IOException the bytes are none
   */
  static PmtilesDirectory read(byte[] packed) throws IOException {
    byte[] bytes;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IOException("a directory cannot be unpacked", e);
    }
    Varints in = new Varints(bytes);
    long size = in.next();
    if (bytes.length > MOST_BYTES || size < 0 || size > bytes.length / LEAST_BYTES_OF_AN_ENTRY) {
      throw new IOException("a directory has a wrong size");
    }
    PmtilesDirectory directory = new PmtilesDirectory((int) size);
    directory.fill(in);
    return directory;
  }

  private void fill(Varints in) throws IOException {
    long id = 0;
    for (int i = 0; i < ids.length; i++) {
      long step = in.next();
      if (step < 0 || (i > 0 && step == 0) || id + step < id) {
        throw new IOException("the ids of a directory do not grow");
      }
      id += step;
      ids[i] = id;
    }
    for (int i = 0; i < runs.length; i++) {
      runs[i] = in.nextInt();
    }
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = in.nextInt();
    }
    for (int i = 0; i < offsets.length; i++) {
      long offset = in.next();
      if (offset < 0 || (offset == 0 && i == 0)) {
        throw new IOException("an offset of a directory is wrong");
      }
      offsets[i] = offset == 0 ? offsets[i - 1] + lengths[i - 1] : offset - 1;
    }
  }

  /** Where the tile stands, or the directory that knows it; empty: there is no such tile. */
  Optional<Entry> find(long id) {
    int at = Arrays.binarySearch(ids, id);
    int below = at >= 0 ? at : -at - 2;
    if (below < 0 || (runs[below] > 0 && id - ids[below] >= runs[below])) {
      return Optional.empty();
    }
    return Optional.of(new Entry(offsets[below], lengths[below], runs[below] == 0));
  }

  /** Unsigned numbers of seven bits a byte, the lowest first. */
  private static final class Varints {
    private final byte[] bytes;
    private int at;

    Varints(byte[] bytes) {
      this.bytes = bytes;
    }

    long next() throws IOException {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at == bytes.length) {
          throw new IOException("a directory ends too early");
        }
        byte part = bytes[at++];
        value |= (part & 0x7fL) << shift;
        if (part >= 0) {
          return value;
        }
      }
      throw new IOException("a number of a directory is too long");
    }

    int nextInt() throws IOException {
      long value = next();
      if (value < 0 || value > Integer.MAX_VALUE) {
        throw new IOException("a number of a directory is too large");
      }
      return (int) value;
    }
  }
}
