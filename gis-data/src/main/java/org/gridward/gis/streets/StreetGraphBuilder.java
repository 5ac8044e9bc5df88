package org.gridward.gis.streets;

import java.util.Arrays;

/** Collects the streets of a graph, edge by edge. For one thread, used once. */
public final class StreetGraphBuilder {

  private static final double FASTEST_KMH = 300;

  private int nodes;
  private int edges;
  private int points;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private short[] speeds = new short[48];
  private int[] shapeStart = new int[17];
  private int[] lons = new int[32];
  private int[] lats = new int[32];

  /**
   * How fast one gets along an edge, in km/h, 0 to 300, rounded to tenths; 0: not at all.
   *
   * @param foot in both directions
   * @param car forwards
   * @param carBack backwards
   */
  public record Speeds(double foot, double car, double carBack) {
    public Speeds {
      for (double speed : new double[] {foot, car, carBack}) {
        if (!(speed >= 0 && speed <= FASTEST_KMH)) {
          throw new IllegalArgumentException("speed (%s km/h) must be 0 to 300".formatted(speed));
        }
      }
    }
  }

  /**
   * Adds a stretch of street.
   *
   * @param from number of the crossing it begins at, from 0; there are as many crossings as the
   *     greatest number says
   * @param to where it ends
   * @param course at least two points with longitude and latitude in degrees by turns, from the
   *     first crossing to the second
   */
  public void add(int from, int to, Speeds speeds, double... course) {
    if (course.length < 4 || course.length % 2 != 0) {
      throw new IllegalArgumentException("a course needs two points or more");
    }
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("crossings are counted from 0");
    }
    room(course.length / 2);
    this.from[edges] = from;
    this.to[edges] = to;
    this.speeds[3 * edges] = tenths(speeds.foot());
    this.speeds[3 * edges + 1] = tenths(speeds.car());
    this.speeds[3 * edges + 2] = tenths(speeds.carBack());
    for (int i = 0; i < course.length; i += 2) {
      lons[points] = fixed(course[i], 180);
      lats[points++] = fixed(course[i + 1], 90);
    }
    nodes = Math.max(nodes, Math.max(from, to) + 1);
    shapeStart[++edges] = points;
  }

  private void room(int morePoints) {
    if (edges == from.length) {
      from = Arrays.copyOf(from, 2 * edges);
      to = Arrays.copyOf(to, 2 * edges);
      speeds = Arrays.copyOf(speeds, 6 * edges);
      shapeStart = Arrays.copyOf(shapeStart, 2 * edges + 1);
    }
    if (points + morePoints > lons.length) {
      int larger = Math.max(points + morePoints, 2 * lons.length);
      lons = Arrays.copyOf(lons, larger);
      lats = Arrays.copyOf(lats, larger);
    }
  }

  private static short tenths(double kmh) {
    return (short) (kmh == 0 ? 0 : Math.max(1, Math.round(kmh * 10)));
  }

  private static int fixed(double degrees, double most) {
    if (!(Math.abs(degrees) <= most)) {
      throw new IllegalArgumentException(degrees + " is no longitude or latitude");
    }
    return Math.toIntExact(Math.round(degrees * StreetGraph.DEGREE));
  }

  public StreetGraph build() {
    return new StreetGraph(
        nodes,
        Arrays.copyOf(from, edges),
        Arrays.copyOf(to, edges),
        Arrays.copyOf(speeds, 3 * edges),
        Arrays.copyOf(shapeStart, edges + 1),
        Arrays.copyOf(lons, points),
        Arrays.copyOf(lats, points));
  }
}
