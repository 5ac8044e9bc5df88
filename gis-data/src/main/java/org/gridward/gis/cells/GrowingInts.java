package org.gridward.gis.cells;

import java.util.Arrays;

/** A list of int without boxes. */
final class GrowingInts {
  private int[] values = new int[4];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** Appends this many zeros; gives the index of the first. */
  int addZeros(int count) {
    int first = size;
    if (size + count > values.length) {
      values = Arrays.copyOf(values, Math.max(size * 2, size + count));
    }
    size += count;
    return first;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
