package org.gridward.gis.partition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes every cell hang together: what lies apart from its largest part goes to a neighbour. */
final class Pieces {

  private final int[] owner;
  private final int cells;
  private final double[] load;
  private final List<int[]> beside;

  Pieces(int[] owner, int cells, double[] load, List<int[]> beside) {
    this.owner = owner;
    this.cells = cells;
    this.load = load;
    this.beside = beside;
  }

  void join() {
    boolean moved = true;
    for (int round = 0; moved && round < owner.length; round++) {
      moved = false;
      for (List<Integer> stray : strays()) {
        int to = neighbour(stray);
        if (to >= 0) {
          stray.forEach(piece -> owner[piece] = to);
          moved = true;
        }
      }
    }
  }

  /** All parts of cells but the one of each that carries most. */
  private List<List<Integer>> strays() {
    List<List<List<Integer>>> parts = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      parts.add(new ArrayList<>());
    }
    boolean[] seen = new boolean[owner.length];
    for (int i = 0; i < owner.length; i++) {
      if (!seen[i]) {
        parts.get(owner[i]).add(part(i, seen));
      }
    }
    List<List<Integer>> strays = new ArrayList<>();
    for (List<List<Integer>> ofCell : parts) {
      ofCell.sort((a, b) -> Double.compare(sum(b), sum(a)));
      strays.addAll(ofCell.subList(Math.min(1, ofCell.size()), ofCell.size()));
    }
    return strays;
  }

  private double sum(List<Integer> part) {
    return part.stream().mapToDouble(piece -> load[piece]).sum();
  }

  private List<Integer> part(int from, boolean[] seen) {
    List<Integer> part = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    seen[from] = true;
    while (!open.isEmpty()) {
      int piece = open.pop();
      part.add(piece);
      for (int next : beside.get(piece)) {
        if (!seen[next] && owner[next] == owner[from]) {
          seen[next] = true;
          open.push(next);
        }
      }
    }
    return part;
  }

  /** The cell that most of its edges meet; -1 on an island of its own. */
  private int neighbour(List<Integer> part) {
    int own = owner[part.getFirst()];
    int[] edges = new int[cells];
    int best = -1;
    for (int piece : part) {
      for (int next : beside.get(piece)) {
        int cell = owner[next];
        if (cell != own && (++edges[cell] > (best < 0 ? 0 : edges[best]))) {
          best = cell;
        }
      }
    }
    return best;
  }
}
