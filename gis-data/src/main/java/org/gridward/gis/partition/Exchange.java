package org.gridward.gis.partition;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pieces at the borders change hands while that evens out the load and leaves every cell whole. */
final class Exchange {

  private static final int ROUNDS = 60;

  private final int[] owner;
  private final double[] load;
  private final List<int[]> beside;
  private final double target;
  private final double[] carried;
  private final int[] count;

  Exchange(int[] owner, int cells, double[] load, List<int[]> beside, double target) {
    this.owner = owner;
    this.load = load;
    this.beside = beside;
    this.target = target;
    carried = new double[cells];
    count = new int[cells];
    for (int i = 0; i < owner.length; i++) {
      carried[owner[i]] += load[i];
      count[owner[i]]++;
    }
  }

  void run() {
    for (int round = 0; round < ROUNDS; round++) {
      boolean moved = false;
      for (int piece = 0; piece < owner.length; piece++) {
        moved |= improve(piece);
      }
      if (!moved) {
        return;
      }
    }
  }

  private boolean improve(int piece) {
    int from = owner[piece];
    int best = -1;
    double most = 1e-9 * target * target;
    for (int next : beside.get(piece)) {
      int to = owner[next];
      double gain = to == from ? 0 : gain(piece, from, to);
      if (gain > most && sides(piece, to) >= 2) {
        most = gain;
        best = to;
      }
    }
    if (best < 0 || count[from] < 2 || !staysWhole(piece, from)) {
      return false;
    }
    owner[piece] = best;
    carried[from] -= load[piece];
    carried[best] += load[piece];
    count[from]--;
    count[best]++;
    return true;
  }

  /** How much the sum of squared differences from the target falls. */
  private double gain(int piece, int from, int to) {
    double w = load[piece];
    double a = carried[from] - target;
    double b = carried[to] - target;
    return a * a + b * b - (a - w) * (a - w) - (b + w) * (b + w);
  }

  /** Sides of the piece along a cell: with one alone it would stick out. */
  private int sides(int piece, int cell) {
    return (int) Arrays.stream(beside.get(piece)).filter(next -> owner[next] == cell).count();
  }

  /** Whether the neighbours of the piece within its cell stay connected without it. */
  private boolean staysWhole(int piece, int cell) {
    Set<Integer> left = new HashSet<>();
    Arrays.stream(beside.get(piece)).filter(next -> owner[next] == cell).forEach(left::add);
    if (left.size() <= 1) {
      return !left.isEmpty();
    }
    Set<Integer> seen = new HashSet<>(Set.of(piece));
    Deque<Integer> open = new ArrayDeque<>();
    int first = left.iterator().next();
    open.add(first);
    seen.add(first);
    while (!open.isEmpty()) {
      int at = open.poll();
      left.remove(at);
      if (left.isEmpty()) {
        return true;
      }
      for (int next : beside.get(at)) {
        if (owner[next] == cell && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
