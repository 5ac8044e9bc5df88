package org.gridward.bench.s4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures several locators on the same points, taking turns, so that a slow spell of the machine
 * hits all of them. The first rounds only warm up.
 */
final class Contest {
  /** Keeps the compiler from leaving the work out. */
  static volatile long sink;

  /** One who takes part. */
  record Entrant(String name, Locator locator) {}

  /** Points located per second: lowest, median and highest of the rounds that count. */
  record Rates(double low, double median, double high) {
    static Rates of(List<Double> rates) {
      double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return new Rates(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
  }

  private final List<Entrant> entrants;
  private final int rounds;
  private final long nanosPerTurn;

  Contest(List<Entrant> entrants, int rounds, double secondsPerTurn) {
    this.entrants = entrants;
    this.rounds = rounds;
    this.nanosPerTurn = (long) (secondsPerTurn * 1e9);
  }

  /** The rates of each entrant, in their order. */
  List<Rates> run(double[] points) {
    List<List<Double>> rates = new ArrayList<>();
    entrants.forEach(entrant -> rates.add(new ArrayList<>()));
    int warmUp = Math.max(1, rounds / 3);
    for (int round = -warmUp; round < rounds; round++) {
      for (int i = 0; i < entrants.size(); i++) {
        double rate = turn(entrants.get(i).locator(), points);
        if (round >= 0) {
          rates.get(i).add(rate);
        }
      }
    }
    return rates.stream().map(Rates::of).toList();
  }

  private double turn(Locator locator, double[] points) {
    long start = System.nanoTime();
    long end = start + nanosPerTurn;
    long located = 0;
    int at = 0;
    while (System.nanoTime() < end) {
      int stop = Math.min(points.length, at + 2 * 1000);
      sink += locateAll(locator, points, at, stop);
      located += (stop - at) / 2;
      at = stop == points.length ? 0 : stop;
    }
    return located * 1e9 / (System.nanoTime() - start);
  }

  private static long locateAll(Locator locator, double[] points, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i += 2) {
      sum += locator.locate(points[i], points[i + 1]);
    }
    return sum;
  }

  /** How many of the points two locators answer alike. */
  static long agreements(Locator a, Locator b, double[] points, int step) {
    long same = 0;
    for (int i = 0; i < points.length; i += 2 * step) {
      same += a.locate(points[i], points[i + 1]) == b.locate(points[i], points[i + 1]) ? 1 : 0;
    }
    return same;
  }

  static double[] join(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }
}
