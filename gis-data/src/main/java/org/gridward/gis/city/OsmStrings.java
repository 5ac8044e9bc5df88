package org.gridward.gis.city;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.StringTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The strings of one block of an OpenStreetMap file; 0 stands for none. */
final class OsmStrings {

  private final Map<String, Integer> ids = new LinkedHashMap<>();

  int id(String text) {
    return ids.computeIfAbsent(text, key -> ids.size() + 1);
  }

  StringTable table() {
    StringTable.Builder table = StringTable.newBuilder().addS(ByteString.EMPTY);
    ids.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
    return table.build();
  }
}
