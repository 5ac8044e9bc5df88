package org.gridward.gis.streets;

import java.util.Arrays;

/**
 * Crossings and the stretches of street between them, in arrays. An edge can be gone along in two
 * directions: arc {@code 2 * edge} forwards, {@code 2 * edge + 1} backwards. Immutable once built,
 * thread-safe.
 */
public final class StreetGraph {

  static final double DEGREE = 1e7;

  final int nodes;
  final int edges;
  final int[] from;
  final int[] to;

  /**
   * In tenths of km/h, three an edge: on foot, by car forwards, by car backwards; 0: not at all.
   */
  final short[] speeds;

  /** The course of edge {@code e}: points {@code shapeStart[e]} to {@code shapeStart[e + 1]}. */
  final int[] shapeStart;

  final int[] shapeLon;
  final int[] shapeLat;

  private final double[] metres;
  private final int[] firstArc;
  private final int[] arcs;
  private final double highestSpeed;

  StreetGraph(
      int nodes,
      int[] from,
      int[] to,
      short[] speeds,
      int[] shapeStart,
      int[] shapeLon,
      int[] shapeLat) {
    this.nodes = nodes;
    this.edges = from.length;
    this.from = from;
    this.to = to;
    this.speeds = speeds;
    this.shapeStart = shapeStart;
    this.shapeLon = shapeLon;
    this.shapeLat = shapeLat;
    this.metres = lengths();
    this.firstArc = new int[nodes + 1];
    this.arcs = new int[2 * edges];
    link();
    int highest = 1;
    for (short speed : speeds) {
      highest = Math.max(highest, speed);
    }
    this.highestSpeed = highest / 36.0;
  }

  private double[] lengths() {
    double[] lengths = new double[edges];
    for (int edge = 0; edge < edges; edge++) {
      for (int i = shapeStart[edge] + 1; i < shapeStart[edge + 1]; i++) {
        lengths[edge] += Metres.between(lon(i - 1), lat(i - 1), lon(i), lat(i));
      }
    }
    return lengths;
  }

  private void link() {
    for (int edge = 0; edge < edges; edge++) {
      firstArc[from[edge] + 1]++;
      firstArc[to[edge] + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      firstArc[node + 1] += firstArc[node];
    }
    int[] next = Arrays.copyOf(firstArc, nodes);
    for (int edge = 0; edge < edges; edge++) {
      arcs[next[from[edge]]++] = 2 * edge;
      arcs[next[to[edge]]++] = 2 * edge + 1;
    }
  }

  /** How many crossings and ends of streets there are. */
  public int nodes() {
    return nodes;
  }

  /** How many stretches of street there are. */
  public int edges() {
    return edges;
  }

  /** Degrees east of a point of a course. */
  double lon(int point) {
    return shapeLon[point] / DEGREE;
  }

  double lat(int point) {
    return shapeLat[point] / DEGREE;
  }

  double metres(int edge) {
    return metres[edge];
  }

  int firstArc(int node) {
    return firstArc[node];
  }

  int arc(int index) {
    return arcs[index];
  }

  /** Where an arc leads to. */
  int head(int arc) {
    return (arc & 1) == 0 ? to[arc >> 1] : from[arc >> 1];
  }

  boolean isOpen(int edge, Travel by) {
    return speed(2 * edge, by) > 0 || speed(2 * edge + 1, by) > 0;
  }

  /** Infinite where it cannot be gone along. */
  double seconds(int arc, Travel by) {
    int speed = speed(arc, by);
    return speed == 0 ? Double.POSITIVE_INFINITY : metres[arc >> 1] * 36 / speed;
  }

  private int speed(int arc, Travel by) {
    int at = 3 * (arc >> 1);
    return switch (by) {
      case ON_FOOT -> speeds[at];
      case BY_CAR -> speeds[at + 1 + (arc & 1)];
    };
  }

  /** Metres per second that nothing exceeds. */
  double highestSpeed() {
    return highestSpeed;
  }
}
