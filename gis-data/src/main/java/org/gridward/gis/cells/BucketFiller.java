package org.gridward.gis.cells;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills the buckets with cells, lowest code first, so that a bucket is closed as soon as one cell
 * covers it wholly: no later cell can win there.
 *
 * <p>An entry is 0 where no cell is, {@code cell + 1} where this cell wins everywhere in the
 * bucket, and negative, {@code -1 - index}, where more must be looked at: for a large bucket the
 * index of a block of 64 small ones, for a small one the index of its candidates.
 */
final class BucketFiller {
  static final int BLOCK = BucketGrid.SIDE * BucketGrid.SIDE;

  private final BucketGrid grid;
  private final StripedEdges edges;
  private final int[] large;
  private final GrowingInts blocks = new GrowingInts();

  /** Linked candidates while filling: cell and the one before it. */
  private final GrowingInts nodes = new GrowingInts();

  BucketFiller(BucketGrid grid, StripedEdges edges) {
    this.grid = grid;
    this.edges = edges;
    this.large = new int[grid.largeColumns() * grid.largeRows()];
    nodes.addZeros(2);
  }

  void add(int cell, Footprint footprint) {
    for (int row = footprint.firstRow; row <= footprint.lastRow; row++) {
      addRow(cell, footprint, row);
    }
  }

  private void addRow(int cell, Footprint footprint, int row) {
    boolean known = false;
    boolean inside = false;
    for (int column = footprint.firstColumn; column <= footprint.lastColumn; column++) {
      long touched = footprint.touched(column, row);
      int bucket = row * grid.largeColumns() + column;
      if (touched != 0) {
        addTouched(cell, bucket, touched);
        known = false;
      } else {
        inside = known ? inside : coversCentre(cell, column, row, BucketGrid.SIDE);
        known = true;
        if (inside) {
          addWhole(cell, bucket);
        }
      }
    }
  }

  private boolean coversCentre(int cell, int column, int row, int size) {
    return edges.covers(cell, grid.lon((column + 0.5) * size), grid.lat((row + 0.5) * size));
  }

  private void addWhole(int cell, int bucket) {
    int entry = large[bucket];
    if (entry == 0) {
      large[bucket] = cell + 1;
    } else if (entry < 0) {
      int first = (-1 - entry) * BLOCK;
      for (int i = first; i < first + BLOCK; i++) {
        addSmall(i, cell, true);
      }
    }
  }

  private void addTouched(int cell, int bucket, long touched) {
    if (large[bucket] > 0) {
      return;
    }
    if (large[bucket] == 0) {
      large[bucket] = -1 - blocks.addZeros(BLOCK) / BLOCK;
    }
    int first = (-1 - large[bucket]) * BLOCK;
    int column = bucket % grid.largeColumns() * BucketGrid.SIDE;
    int row = bucket / grid.largeColumns() * BucketGrid.SIDE;
    boolean inside = false;
    for (int i = 0; i < BLOCK; i++) {
      boolean border = (touched >>> i & 1) != 0;
      boolean known = i % BucketGrid.SIDE > 0 && (touched >>> (i - 1) & 1) == 0;
      if (!border && !known) {
        inside = coversCentre(cell, column + i % BucketGrid.SIDE, row + i / BucketGrid.SIDE, 1);
      }
      if (border || inside) {
        addSmall(first + i, cell, !border);
      }
    }
  }

  private void addSmall(int bucket, int cell, boolean whole) {
    int entry = blocks.get(bucket);
    if (entry > 0 || (entry < 0 && Candidates.whole(nodes.get(-1 - entry)))) {
      return;
    }
    if (entry == 0 && whole) {
      blocks.set(bucket, cell + 1);
    } else {
      blocks.set(bucket, -1 - nodes.size());
      nodes.add(Candidates.of(cell, whole));
      nodes.add(entry == 0 ? 0 : -1 - entry);
    }
  }

  Buckets fill() {
    GrowingInts candidates = new GrowingInts();
    Map<IntBuffer, Integer> known = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) < 0) {
        int[] list = list(-1 - blocks.get(i));
        blocks.set(i, -1 - known.computeIfAbsent(IntBuffer.wrap(list), l -> append(candidates, l)));
      }
    }
    return new Buckets(grid, large, blocks.toArray(), candidates.toArray());
  }

  /** The linked list turned round, lowest code first, its last one marked. */
  private int[] list(int head) {
    int length = 0;
    for (int node = head; node != 0; node = nodes.get(node + 1)) {
      length++;
    }
    int[] list = new int[length];
    for (int node = head; node != 0; node = nodes.get(node + 1)) {
      list[--length] = nodes.get(node);
    }
    list[list.length - 1] = Candidates.last(list[list.length - 1]);
    return list;
  }

  private static int append(GrowingInts candidates, IntBuffer list) {
    int first = candidates.size();
    for (int i = 0; i < list.limit(); i++) {
      candidates.add(list.get(i));
    }
    return first;
  }
}
