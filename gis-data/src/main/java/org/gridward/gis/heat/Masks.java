package org.gridward.gis.heat;

import java.util.function.IntPredicate;

/** A filter as tables: 1 for every code that counts, 0 for the others. */
record Masks(int from, int to, byte[] categories, byte[] areas) {

  static Masks of(IncidentFilter filter, int categories, int areas) {
    return new Masks(
        filter.from(),
        filter.to(),
        table(categories, filter.category()),
        table(areas, filter.area()));
  }

  private static byte[] table(int size, IntPredicate counts) {
    byte[] table = new byte[size];
    for (int code = 0; code < size; code++) {
      table[code] = (byte) (counts.test(code) ? 1 : 0);
    }
    return table;
  }

  /** 1 when the row counts, whenever it was; else 0. */
  int ofRow(Chunk chunk, int i) {
    return categories[chunk.category[i]] & areas[chunk.area[i]];
  }

  boolean counts(Chunk chunk, int i) {
    int time = chunk.time[i];
    return time >= from && time < to && ofRow(chunk, i) != 0;
  }
}
