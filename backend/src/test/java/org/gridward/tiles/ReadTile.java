package org.gridward.tiles;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a test wants to know of a vector tile: the features of its one layer. */
record ReadTile(String layer, List<Long> ids, long sum) {

  static ReadTile of(byte[] bytes) {
    try {
      CodedInputStream tile = CodedInputStream.newInstance(bytes);
      if (tile.isAtEnd()) {
        return new ReadTile("", List.of(), 0);
      }
      tile.readTag();
      return layer(CodedInputStream.newInstance(tile.readByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadTile layer(CodedInputStream in) throws IOException {
    String name = "";
    List<Long> ids = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    List<int[]> tags = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> name = in.readString();
        case 2 -> feature(CodedInputStream.newInstance(in.readByteArray()), ids, tags);
        case 3 -> keys.add(in.readString());
        case 4 -> values.add(number(CodedInputStream.newInstance(in.readByteArray())));
        default -> in.skipField(tag);
      }
    }
    long sum = 0;
    for (int[] pair : tags) {
      if (keys.get(pair[0]).equals("count")) {
        sum += values.get(pair[1]);
      }
    }
    return new ReadTile(name, ids, sum);
  }

  private static void feature(CodedInputStream in, List<Long> ids, List<int[]> tags)
      throws IOException {
    Map<Integer, Integer> pairs = new TreeMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> ids.add(in.readUInt64());
        case 2 -> {
          CodedInputStream packed = CodedInputStream.newInstance(in.readByteArray());
          while (!packed.isAtEnd()) {
            pairs.put(packed.readUInt32(), packed.readUInt32());
          }
        }
        default -> in.skipField(tag);
      }
    }
    pairs.forEach((key, value) -> tags.add(new int[] {key, value}));
  }

  private static long number(CodedInputStream in) throws IOException {
    long number = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 4, 5 -> number = in.readInt64();
        case 6 -> number = in.readSInt64();
        default -> in.skipField(tag);
      }
    }
    return number;
  }
}
