package org.gridward.gis.osm;

import crosby.binary.Osmformat.StringTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the numbers of a block's tags into text. */
final class OsmTags {

  private final StringTable strings;

  OsmTags(StringTable strings) {
    this.strings = strings;
  }

  String text(int id) {
    return strings.getS(id).toStringUtf8();
  }

  Map<String, String> of(List<Integer> keys, List<Integer> values) {
    Map<String, String> tags = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      tags.put(text(keys.get(i)), text(values.get(i)));
    }
    return tags;
  }
}
