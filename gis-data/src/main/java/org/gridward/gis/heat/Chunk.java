package org.gridward.gis.heat;

/** Some incidents in columns, and between which times they lie. Not thread-safe. */
final class Chunk {

  static final int BITS = 16;
  static final int SIZE = 1 << BITS;

  final int[] x = new int[SIZE];
  final int[] y = new int[SIZE];
  final int[] time = new int[SIZE];
  final short[] category = new short[SIZE];
  final int[] area = new int[SIZE];
  final int[] due = new int[SIZE];
  final int[] done = new int[SIZE];
  final int[] accept = new int[SIZE];
  final int[] close = new int[SIZE];
  int size;

  /** Never too narrow; a row that is changed may leave them too wide. */
  int earliest = Integer.MAX_VALUE;

  int latest = Integer.MIN_VALUE;

  void set(int i, IncidentRow row) {
    x[i] = row.x();
    y[i] = row.y();
    time[i] = row.time();
    category[i] = (short) row.category();
    area[i] = row.area();
    due[i] = row.due();
    done[i] = row.done();
    accept[i] = row.accept();
    close[i] = row.close();
    earliest = Math.min(earliest, row.time());
    latest = Math.max(latest, row.time());
    size = Math.max(size, i + 1);
  }

  boolean meets(Masks masks) {
    return latest >= masks.from() && earliest < masks.to();
  }

  boolean lies(Masks masks) {
    return earliest >= masks.from() && latest < masks.to();
  }
}
