package org.gridward.gis.heat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Spans of time of which the median is wanted. Not thread-safe. */
final class Seconds {

  private int[] values = {};
  private int size;

  /** Leaves out {@link IncidentRow#NONE}. */
  void add(int seconds) {
    if (seconds == IncidentRow.NONE) {
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(8, size + (size >> 1)));
    }
    values[size++] = seconds;
  }

  @Nullable Integer median() {
    if (size == 0) {
      return null;
    }
    Arrays.sort(values, 0, size);
    return values[(size - 1) / 2];
  }
}
