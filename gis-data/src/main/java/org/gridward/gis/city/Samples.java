package org.gridward.gis.city;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Points of a regular net over the land, each with the households around it. Immutable. */
final class Samples {

  private final double[] x;
  private final double[] y;
  private final double[] households;
  private final LandUse[] use;

  private Samples(double[] x, double[] y, double[] households, LandUse[] use) {
    this.x = x;
    this.y = y;
    this.households = households;
    this.use = use;
  }

  static Samples of(CityShape shape, LandUses uses, double spacing) {
    int side = (int) (1.6 * shape.radius / spacing);
    double squareKilometres = spacing * spacing / 1e6;
    int room = (2 * side + 1) * (2 * side + 1);
    double[] x = new double[room];
    double[] y = new double[room];
    double[] households = new double[room];
    LandUse[] use = new LandUse[room];
    int count = 0;
    for (int row = -side; row <= side; row++) {
      for (int column = -side; column <= side; column++) {
        Coordinate point = new Coordinate((column + 0.37) * spacing, (row + 0.41) * spacing);
        if (shape.isLand(point)) {
          x[count] = point.x;
          y[count] = point.y;
          use[count] = uses.at(point.x, point.y);
          households[count] = use[count].householdsPerSquareKilometre() * squareKilometres;
          count++;
        }
      }
    }
    return new Samples(
        Arrays.copyOf(x, count),
        Arrays.copyOf(y, count),
        Arrays.copyOf(households, count),
        Arrays.copyOf(use, count));
  }

  int[] all() {
    return IntStream.range(0, x.length).toArray();
  }

  int[] within(int[] some, Polygon ground) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(ground);
    var box = ground.getEnvelopeInternal();
    return Arrays.stream(some)
        .filter(
            i ->
                box.contains(x[i], y[i])
                    && locator.locate(new Coordinate(x[i], y[i])) != Location.EXTERIOR)
        .toArray();
  }

  double households(int[] some) {
    double sum = 0;
    for (int i : some) {
      sum += households[i];
    }
    return sum;
  }

  /** The use that most of them have; {@code otherwise} where there are none. */
  LandUse mostly(int[] some, LandUse otherwise) {
    int[] counts = new int[LandUse.values().length];
    for (int i : some) {
      counts[use[i].ordinal()]++;
    }
    int best = otherwise.ordinal();
    for (int i = 0; i < counts.length; i++) {
      if (i != LandUse.PARK.ordinal() && counts[i] > counts[best]) {
        best = i;
      }
    }
    return LandUse.values()[best];
  }

  /**
   * Where a line across the direction {@code (east, north)} has the part {@code share} of the
   * households on its near side; metres along the direction.
   */
  double quantile(int[] some, double east, double north, double share) {
    Integer[] order = Arrays.stream(some).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order, (a, b) -> Double.compare(x[a] * east + y[a] * north, x[b] * east + y[b] * north));
    double left = share * households(some);
    for (int i : order) {
      left -= households[i];
      if (left <= 0) {
        return x[i] * east + y[i] * north;
      }
    }
    throw new IllegalArgumentException("no households to divide");
  }
}
