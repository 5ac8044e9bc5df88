package org.gridward.gis.cells;

import java.util.Arrays;

/** A list of double without boxes. */
final class GrowingDoubles {
  private double[] values = new double[64];
  private int size;

  void add(double... more) {
    addAll(more, 0, more.length);
  }

  void addAll(double[] source, int from, int count) {
    if (size + count > values.length) {
      values = Arrays.copyOf(values, Math.max(size * 2, size + count));
    }
    System.arraycopy(source, from, values, size, count);
    size += count;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
