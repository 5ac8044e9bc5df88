package org.gridward.gis.partition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Puts pieces of ground together to cells, and makes every cell hang together. */
final class Pieces {

  private final List<Polygon> pieces;
  private final int[] owner;
  private final double[] worth;

  /** For each piece, how many metres of border it has with each other. */
  private final List<Map<Integer, Double>> beside = new ArrayList<>();

  /**
   * @param owner the number of each piece's cell; changed
   * @param worth of each piece: of a cell in parts, the one worth most stays
   */
  Pieces(List<Polygon> pieces, int[] owner, double[] worth) {
    this.pieces = pieces;
    this.owner = owner;
    this.worth = worth;
    pieces.forEach(_ -> beside.add(new HashMap<>()));
    findBorders();
  }

  private void findBorders() {
    Map<LineSegment, Integer> first = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (LineString ring : Polygons.lines(pieces.get(i))) {
        Coordinate[] corners = ring.getCoordinates();
        for (int k = 1; k < corners.length; k++) {
          LineSegment edge = new LineSegment(corners[k - 1], corners[k]);
          edge.normalize();
          Integer other = first.putIfAbsent(edge, i);
          if (other != null && other != i) {
            double metres = Measure.metres(edge.p0, edge.p1);
            beside.get(i).merge(other, metres, Double::sum);
            beside.get(other).merge(i, metres, Double::sum);
          }
        }
      }
    }
  }

  /** What lies apart from its cell's main part goes to the neighbour with the longest border. */
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

  /** The cells, by their numbers; those without a piece are left out. */
  List<MultiPolygon> cells() {
    Map<Integer, List<Polygon>> cells = new TreeMap<>();
    for (int i = 0; i < owner.length; i++) {
      cells.computeIfAbsent(owner[i], cell -> new ArrayList<>()).add(pieces.get(i));
    }
    return cells.values().stream().map(Regions::shape).map(Polygons::multi).toList();
  }

  /** All parts of cells but the main one of each, the least first. */
  private List<List<Integer>> strays() {
    Map<Integer, List<List<Integer>>> parts = new HashMap<>();
    boolean[] seen = new boolean[owner.length];
    for (int i = 0; i < owner.length; i++) {
      if (!seen[i]) {
        parts.computeIfAbsent(owner[i], cell -> new ArrayList<>()).add(part(i, seen));
      }
    }
    List<List<Integer>> strays = new ArrayList<>();
    for (List<List<Integer>> ofCell : parts.values()) {
      ofCell.sort(Comparator.comparingDouble(this::sum).reversed());
      strays.addAll(ofCell.subList(1, ofCell.size()));
    }
    strays.sort(Comparator.comparingDouble(this::sum));
    return strays;
  }

  private double sum(List<Integer> part) {
    return part.stream().mapToDouble(piece -> worth[piece]).sum();
  }

  private List<Integer> part(int from, boolean[] seen) {
    List<Integer> part = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    seen[from] = true;
    while (!open.isEmpty()) {
      int piece = open.pop();
      part.add(piece);
      for (int next : beside.get(piece).keySet()) {
        if (!seen[next] && owner[next] == owner[from]) {
          seen[next] = true;
          open.push(next);
        }
      }
    }
    return part;
  }

  /** -1 on an island of its own. */
  private int neighbour(List<Integer> part) {
    int own = owner[part.getFirst()];
    Map<Integer, Double> metres = new HashMap<>();
    for (int piece : part) {
      beside
          .get(piece)
          .forEach(
              (next, length) -> {
                if (owner[next] != own) {
                  metres.merge(owner[next], length, Double::sum);
                }
              });
    }
    return metres.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(-1);
  }
}
