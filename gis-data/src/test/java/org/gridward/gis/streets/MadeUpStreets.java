package org.gridward.gis.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridward.gis.streets.StreetGraphBuilder.Speeds;

/**
 * Small networks at random around 121.5 E, 31.2 N, and what the slow and plain way says of them.
 */
final class MadeUpStreets {

  record Edge(int from, int to, Speeds speeds, double[] course) {
    double metres() {
      double length = 0;
      for (int i = 2; i < course.length; i += 2) {
        length += Metres.between(course[i - 2], course[i - 1], course[i], course[i + 1]);
      }
      return length;
    }
  }

  final List<Edge> edges = new ArrayList<>();
  final Random random;
  private final double[][] crossings;

  MadeUpStreets(long seed, int crossings, int edges) {
    this.random = new Random(seed);
    this.crossings = new double[crossings][];
    for (int i = 0; i < crossings; i++) {
      this.crossings[i] = new double[] {lon(), lat()};
    }
    for (int i = 0; i < edges; i++) {
      add(random.nextInt(crossings), random.nextInt(crossings));
    }
  }

  double lon() {
    return round(121.5 + 0.02 * random.nextDouble());
  }

  double lat() {
    return round(31.2 + 0.02 * random.nextDouble());
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  private void add(int from, int to) {
    double[] course = new double[4 + 2 * random.nextInt(3)];
    for (int i = 0; i < course.length; i += 2) {
      course[i] = lon();
      course[i + 1] = lat();
    }
    System.arraycopy(crossings[from], 0, course, 0, 2);
    System.arraycopy(crossings[to], 0, course, course.length - 2, 2);
    Speeds speeds = new Speeds(speed(5), speed(50), speed(50));
    edges.add(new Edge(from, to, speeds, course));
  }

  private double speed(double most) {
    return random.nextInt(4) == 0 ? 0 : Math.round(10 * (1 + most * random.nextDouble())) / 10.0;
  }

  StreetGraph graph() {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    edges.forEach(edge -> builder.add(edge.from(), edge.to(), edge.speeds(), edge.course()));
    return builder.build();
  }

  /** Seconds to every crossing, by going along every street until nothing gets better. */
  double[] seconds(List<Snap> sources, Travel by) {
    double[] seconds = new double[crossings.length];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
    for (Snap source : sources) {
      Edge edge = edges.get(source.edge());
      double off = source.offMetres() * 3.6 / 5;
      least(seconds, edge.to(), off + along(edge, 1 - source.share(), by, true));
      least(seconds, edge.from(), off + along(edge, source.share(), by, false));
    }
    for (int round = 0; round < crossings.length; round++) {
      for (Edge edge : edges) {
        least(seconds, edge.to(), seconds[edge.from()] + along(edge, 1, by, true));
        least(seconds, edge.from(), seconds[edge.to()] + along(edge, 1, by, false));
      }
    }
    return seconds;
  }

  private static void least(double[] seconds, int node, double value) {
    seconds[node] = Math.min(seconds[node], value);
  }

  double seconds(List<Snap> sources, double[] nodes, Snap target, Travel by) {
    Edge edge = edges.get(target.edge());
    double best =
        Math.min(
            nodes[edge.from()] + along(edge, target.share(), by, true),
            nodes[edge.to()] + along(edge, 1 - target.share(), by, false));
    for (Snap source : sources) {
      if (source.edge() == target.edge()) {
        double ahead = target.share() - source.share();
        best =
            Math.min(
                best, source.offMetres() * 3.6 / 5 + along(edge, Math.abs(ahead), by, ahead >= 0));
      }
    }
    return best + target.offMetres() * 3.6 / 5;
  }

  private static double along(Edge edge, double share, Travel by, boolean forwards) {
    if (share == 0) {
      return 0;
    }
    double kmh =
        by == Travel.ON_FOOT
            ? edge.speeds().foot()
            : forwards ? edge.speeds().car() : edge.speeds().carBack();
    return kmh == 0 ? Double.POSITIVE_INFINITY : share * edge.metres() * 3.6 / kmh;
  }
}
