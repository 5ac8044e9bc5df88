package org.gridward.gis.heat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** In which row an incident stands, by its number. Not thread-safe. */
final class RowNumbers {

  static final int NONE = -1;

  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;

  private final Map<Long, int[]> pages = new HashMap<>();

  int find(long number) {
    int[] page = pages.get(number >>> PAGE_BITS);
    return page == null ? NONE : page[(int) (number & (PAGE - 1))];
  }

  void put(long number, int row) {
    pages.computeIfAbsent(number >>> PAGE_BITS, _ -> empty())[(int) (number & (PAGE - 1))] = row;
  }

  private static int[] empty() {
    int[] page = new int[PAGE];
    Arrays.fill(page, NONE);
    return page;
  }
}
