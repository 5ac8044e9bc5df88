package org.gridward.gis.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.gridward.gis.city.StreetNet.Stretch;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * The shortest ways along the city's streets and over its bridges, by Dijkstra's algorithm. They
 * begin and end straight across, between a place and the corner nearest to it; two places with the
 * same nearest corner are joined straight. Immutable.
 */
public final class CityWalks {

  /** Along a stretch, {@code back} against the order of its points. */
  private record Leg(int from, int to, Stretch stretch, boolean back) {}

  private record Due(int node, double metres) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Double.compare(metres, other.metres);
    }
  }

  private final List<Coordinate> corners = new ArrayList<>();
  private final List<List<Leg>> legs = new ArrayList<>();
  private final KdTree near = new KdTree();
  private final double widest;

  private CityWalks(City city) {
    Map<Coordinate, Integer> numbers = new HashMap<>();
    for (Stretch stretch : city.net.stretches) {
      int from = number(stretch.points()[0], numbers);
      int to = number(stretch.points()[stretch.points().length - 1], numbers);
      legs.get(from).add(new Leg(from, to, stretch, false));
      legs.get(to).add(new Leg(to, from, stretch, true));
    }
    Envelope box = new Envelope();
    for (int corner : widestNet()) {
      near.insert(corners.get(corner), corner);
      box.expandToInclude(corners.get(corner));
    }
    widest = box.getDiameter();
  }

  /** Reads the city's streets; keeps nothing else of it. */
  public static CityWalks of(City city) {
    return new CityWalks(city);
  }

  private int number(Coordinate point, Map<Coordinate, Integer> numbers) {
    return numbers.computeIfAbsent(
        point,
        _ -> {
          corners.add(Plane.toMetres(point));
          legs.add(new ArrayList<>());
          return corners.size() - 1;
        });
  }

  /** The corners of the largest part in which one gets from each to every other. */
  private List<Integer> widestNet() {
    List<Integer> best = List.of();
    boolean[] seen = new boolean[corners.size()];
    for (int start = 0; start < seen.length; start++) {
      List<Integer> net = new ArrayList<>();
      Deque<Integer> next = new ArrayDeque<>(List.of(start));
      while (!next.isEmpty()) {
        int corner = next.pop();
        if (!seen[corner]) {
          seen[corner] = true;
          net.add(corner);
          legs.get(corner).forEach(leg -> next.push(leg.to()));
        }
      }
      best = net.size() > best.size() ? net : best;
    }
    return best;
  }

  /**
   * The corners of the way, {@code from} and {@code to} included; degrees, EPSG:4326, longitude
   * first.
   */
  public List<Coordinate> walk(Coordinate from, Coordinate to) {
    List<Coordinate> way = new ArrayList<>();
    way.add(from);
    for (Leg leg : legs(nearest(from), nearest(to))) {
      List<Coordinate> points = Arrays.asList(leg.stretch().points());
      way.addAll(leg.back() ? points.reversed() : points);
    }
    way.add(to);
    for (int i = way.size() - 1; i > 0; i--) {
      if (way.get(i).equals2D(way.get(i - 1))) {
        way.remove(i);
      }
    }
    return way;
  }

  private int nearest(Coordinate degrees) {
    Coordinate place = Plane.toMetres(degrees);
    for (double far = 100; ; far *= 2) {
      Envelope box = new Envelope(place);
      box.expandBy(far);
      int best = -1;
      double least = far < widest ? far : Double.MAX_VALUE;
      for (Object found : near.query(box)) {
        int corner = (int) ((KdNode) found).getData();
        double distance = corners.get(corner).distance(place);
        if (distance < least) {
          least = distance;
          best = corner;
        }
      }
      if (best >= 0) {
        return best;
      }
    }
  }

  private List<Leg> legs(int from, int to) {
    double[] metres = new double[corners.size()];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    Leg[] by = new Leg[metres.length];
    metres[from] = 0;
    PriorityQueue<Due> due = new PriorityQueue<>(List.of(new Due(from, 0)));
    while (!due.isEmpty() && due.element().node() != to) {
      Due next = due.remove();
      if (next.metres() > metres[next.node()]) {
        continue;
      }
      for (Leg leg : legs.get(next.node())) {
        double there = next.metres() + leg.stretch().line().getLength();
        if (there < metres[leg.to()]) {
          metres[leg.to()] = there;
          by[leg.to()] = leg;
          due.add(new Due(leg.to(), there));
        }
      }
    }
    return back(from, to, by);
  }

  private static List<Leg> back(int from, int to, Leg[] by) {
    List<Leg> legs = new ArrayList<>();
    for (int at = to; at != from; at = legs.getLast().from()) {
      legs.add(by[at]);
    }
    return legs.reversed();
  }
}
