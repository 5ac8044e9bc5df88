package org.gridward.basemap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first 127 bytes of a PMTiles file (<a
 * href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">specification 3</a>),
 * checked against the file's size. Offsets and lengths are in bytes; the box is in degrees.
 */
record PmtilesHeader(
    Section root,
    Section metadata,
    Section leaves,
    Section tiles,
    boolean packed,
    int minZoom,
    int maxZoom,
    double west,
    double south,
    double east,
    double north) {

  static final int BYTES = 127;
  static final int MOST_ZOOM = 26;

  private static final String MARK = "PMTiles";
  private static final int GZIP = 2;
  private static final int PLAIN = 1;
  private static final int MVT = 1;

  /** A stretch of the file. */
  record Section(long offset, long length) {

    Section within(long size, String what) throws IOException {
      if (offset < 0 || length < 0 || offset > size - length) {
        throw new IOException(what + " lie outside the file");
      }
      return this;
    }
  }

  /**
   * Reads it.
   *
   * @param size of the whole file
   * @throws IOException what it is not, in words
   */
  static PmtilesHeader read(ByteBuffer bytes, long size) throws IOException {
    ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
    byte[] mark = new byte[MARK.length()];
    require(in.remaining() >= BYTES, "it is shorter than a header");
    in.get(0, mark);
    require(new String(mark, StandardCharsets.ISO_8859_1).equals(MARK), "it is no PMTiles file");
    require(in.get(7) == 3, "its PMTiles version is not 3");
    require(in.get(97) == GZIP, "its directories are not in gzip");
    require(in.get(98) == GZIP || in.get(98) == PLAIN, "its tiles are neither plain nor gzip");
    require(in.get(99) == MVT, "its tiles are no vector tiles");
    int minZoom = in.get(100);
    int maxZoom = in.get(101);
    require(minZoom >= 0 && minZoom <= maxZoom && maxZoom <= MOST_ZOOM, "its zooms make no sense");
    return new PmtilesHeader(
        section(in, 8).within(size, "its root directory"),
        section(in, 24).within(size, "its metadata"),
        section(in, 40).within(size, "its directories"),
        section(in, 56).within(size, "its tiles"),
        in.get(98) == GZIP,
        minZoom,
        maxZoom,
        in.getInt(102) / 1e7,
        in.getInt(106) / 1e7,
        in.getInt(110) / 1e7,
        in.getInt(114) / 1e7);
  }

  private static Section section(ByteBuffer in, int at) {
    return new Section(in.getLong(at), in.getLong(at + 8));
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
