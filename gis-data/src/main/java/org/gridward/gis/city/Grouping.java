package org.gridward.gis.city;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Joins neighbours to larger, connected areas: always the smallest with its smallest neighbour. */
final class Grouping {

  private final List<Map<Integer, Double>> borders;

  /**
   * @param borders for each part its neighbours with the length of the common border
   */
  private Grouping(List<Map<Integer, Double>> borders) {
    this.borders = borders;
  }

  /** Over an exact coverage in degrees. */
  static Grouping of(List<Geometry> parts) {
    Map<LineSegment, Integer> seen = new HashMap<>();
    Grouping grouping =
        new Grouping(
            parts.stream()
                .map(part -> (Map<Integer, Double>) new HashMap<Integer, Double>())
                .toList());
    for (int part = 0; part < parts.size(); part++) {
      for (Object line : LinearComponentExtracter.getLines(parts.get(part))) {
        Coordinate[] points = ((LineString) line).getCoordinates();
        for (int i = 1; i < points.length; i++) {
          LineSegment segment = new LineSegment(points[i - 1], points[i]);
          segment.normalize();
          Integer other = seen.putIfAbsent(segment, part);
          if (other != null && other != part) {
            grouping.borders.get(part).merge(other, segment.getLength(), Double::sum);
            grouping.borders.get(other).merge(part, segment.getLength(), Double::sum);
          }
        }
      }
    }
    return grouping;
  }

  /**
   * Joins groups until each has {@code fewest} parts, where it has a neighbour at all.
   *
   * @param groups the group of each part, from 0; every group is connected
   * @return the new group of each part, numbered from 0 without a gap
   */
  int[] join(int[] groups, int fewest) {
    int[] group = groups.clone();
    int count = Arrays.stream(group).max().orElse(-1) + 1;
    int[] size = new int[count];
    List<Map<Integer, Double>> beside =
        IntStream.range(0, count)
            .mapToObj(i -> (Map<Integer, Double>) new HashMap<Integer, Double>())
            .toList();
    for (int part = 0; part < group.length; part++) {
      size[group[part]]++;
      for (Map.Entry<Integer, Double> border : borders.get(part).entrySet()) {
        int other = group[border.getKey()];
        if (other != group[part]) {
          beside.get(group[part]).merge(other, border.getValue(), Double::sum);
        }
      }
    }
    int[] into = IntStream.range(0, count).toArray();
    for (int small = smallest(size, beside, fewest);
        small >= 0;
        small = smallest(size, beside, fewest)) {
      merge(small, partner(small, size, beside.get(small)), size, beside, into);
    }
    return renumbered(group, into);
  }

  private static int smallest(int[] size, List<Map<Integer, Double>> beside, int fewest) {
    int best = -1;
    for (int i = 0; i < size.length; i++) {
      if (size[i] > 0
          && size[i] < fewest
          && !beside.get(i).isEmpty()
          && (best < 0 || size[i] < size[best])) {
        best = i;
      }
    }
    return best;
  }

  /** The neighbour with the longest border for its size. */
  private static int partner(int small, int[] size, Map<Integer, Double> beside) {
    double all = beside.values().stream().mapToDouble(Double::doubleValue).sum();
    int best = -1;
    double most = -1;
    for (Map.Entry<Integer, Double> border : beside.entrySet()) {
      double worth = (0.15 + border.getValue() / all) / (size[small] + size[border.getKey()]);
      if (worth > most || (worth == most && border.getKey() < best)) {
        most = worth;
        best = border.getKey();
      }
    }
    return best;
  }

  private static void merge(
      int small, int partner, int[] size, List<Map<Integer, Double>> beside, int[] into) {
    size[partner] += size[small];
    size[small] = 0;
    into[small] = partner;
    for (Map.Entry<Integer, Double> border : new HashMap<>(beside.get(small)).entrySet()) {
      int other = border.getKey();
      beside.get(other).remove(small);
      if (other != partner) {
        beside.get(other).merge(partner, border.getValue(), Double::sum);
        beside.get(partner).merge(other, border.getValue(), Double::sum);
      }
    }
    beside.get(small).clear();
  }

  private static int[] renumbered(int[] group, int[] into) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] renumbered = new int[group.length];
    for (int part = 0; part < group.length; part++) {
      int root = group[part];
      while (into[root] != root) {
        root = into[root];
      }
      renumbered[part] = numbers.computeIfAbsent(root, key -> numbers.size());
    }
    return renumbered;
  }
}
