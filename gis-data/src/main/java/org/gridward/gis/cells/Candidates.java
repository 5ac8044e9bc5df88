package org.gridward.gis.cells;

/** A candidate of a bucket in one int: the cell, whether it covers the bucket wholly, the end. */
final class Candidates {
  private static final int LAST = 1;
  private static final int WHOLE = 2;
  private static final int SHIFT = 2;

  private Candidates() {}

  static int of(int cell, boolean whole) {
    return cell << SHIFT | (whole ? WHOLE : 0);
  }

  static int last(int candidate) {
    return candidate | LAST;
  }

  static int cell(int candidate) {
    return candidate >> SHIFT;
  }

  static boolean whole(int candidate) {
    return (candidate & WHOLE) != 0;
  }

  static boolean isLast(int candidate) {
    return (candidate & LAST) != 0;
  }
}
