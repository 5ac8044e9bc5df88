package org.gridward.basemap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.zip.GZIPOutputStream;

/** Writes small PMTiles files after the specification, with leaf directories of {@code perLeaf}. */
public final class TestTiles {

  private TestTiles() {}

  private record Row(long id, long offset, int length, int run) {}

  /** A map of the whole world down to zoom {@code maxZoom}. */
  public static byte[] world(NavigableMap<Long, byte[]> tiles, int maxZoom) {
    byte[] file = write(tiles, 100);
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    header.put(101, (byte) maxZoom);
    header.putInt(102, -1_800_000_000).putInt(106, -850_000_000);
    header.putInt(110, 1_800_000_000).putInt(114, 850_000_000);
    return file;
  }

  /** {@code tiles}: by tile id; each is kept in gzip. */
  public static byte[] write(NavigableMap<Long, byte[]> tiles, int perLeaf) {
    var data = new ByteArrayOutputStream();
    List<Row> rows = new ArrayList<>();
    tiles.forEach(
        (id, tile) -> {
          byte[] packed = gzip(tile);
          rows.add(new Row(id, data.size(), packed.length, 1));
          data.writeBytes(packed);
        });
    var leaves = new ByteArrayOutputStream();
    List<Row> root = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += perLeaf) {
      List<Row> part = rows.subList(from, Math.min(rows.size(), from + perLeaf));
      byte[] leaf = directory(part);
      root.add(new Row(part.getFirst().id(), leaves.size(), leaf.length, 0));
      leaves.writeBytes(leaf);
    }
    byte[] top = directory(root);
    ByteBuffer header = ByteBuffer.allocate(127).order(ByteOrder.LITTLE_ENDIAN);
    header.put("PMTiles".getBytes(StandardCharsets.ISO_8859_1)).put((byte) 3);
    header.putLong(127).putLong(top.length).putLong(127).putLong(0);
    header.putLong(127 + top.length).putLong(leaves.size());
    header.putLong(127 + top.length + leaves.size()).putLong(data.size());
    header.position(97);
    header.put((byte) 2).put((byte) 2).put((byte) 1).put((byte) 0).put((byte) 14);
    header.putInt(680_000_000).putInt(475_000_000).putInt(681_000_000).putInt(476_000_000);
    var file = new ByteArrayOutputStream();
    file.writeBytes(header.array());
    file.writeBytes(top);
    file.writeBytes(leaves.toByteArray());
    file.writeBytes(data.toByteArray());
    return file.toByteArray();
  }

  /** The map with these metadata at its end, in gzip. */
  public static byte[] withMetadata(byte[] map, String json) {
    byte[] packed = gzip(json.getBytes(StandardCharsets.UTF_8));
    byte[] file = Arrays.copyOf(map, map.length + packed.length);
    System.arraycopy(packed, 0, file, map.length, packed.length);
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(24, map.length).putLong(32, packed.length);
    return file;
  }

  private static byte[] directory(List<Row> rows) {
    var out = new ByteArrayOutputStream();
    varint(out, rows.size());
    long last = 0;
    for (Row row : rows) {
      varint(out, row.id() - last);
      last = row.id();
    }
    rows.forEach(row -> varint(out, row.run()));
    rows.forEach(row -> varint(out, row.length()));
    for (int i = 0; i < rows.size(); i++) {
      boolean follows =
          i > 0 && rows.get(i).offset() == rows.get(i - 1).offset() + rows.get(i - 1).length();
      varint(out, follows ? 0 : rows.get(i).offset() + 1);
    }
    return gzip(out.toByteArray());
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
