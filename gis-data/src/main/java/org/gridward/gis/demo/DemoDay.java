package org.gridward.gis.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What is reported on a made-up day in the made-up district: quiet at night, busy in the morning
 * and the evening, noise late, litter early; much of it around a few busy corners, one in a hundred
 * just outside every cell. The same seed and day give the same incidents on every machine.
 */
public final class DemoDay {
  /** How busy each hour is, relative to the others. */
  private static final int[] HOURS = {
    3, 2, 1, 1, 1, 2, 5, 9, 11, 10, 8, 7, 7, 7, 6, 6, 8, 10, 11, 10, 8, 7, 6, 4
  };

  private static final int BUSY_CORNERS = 7;
  private static final double BUSY_SHARE = 0.55;
  private static final double OUTSIDE_SHARE = 0.01;
  private static final double CORNER_SPREAD_DEGREES = 0.0012;

  private final List<Geometry> cells;
  private final Geometry city;
  private final List<Coordinate> corners;
  private final long seed;

  private DemoDay(DemoDistrict district, long seed) {
    this.cells = district.level(DemoLevel.CELL).stream().map(DemoArea::boundary).toList();
    this.city = district.level(DemoLevel.CITY).getFirst().boundary();
    this.seed = seed;
    Random random = new Random(seed);
    this.corners =
        random
            .ints(BUSY_CORNERS, 0, cells.size())
            .mapToObj(cell -> cells.get(cell).getCoordinate())
            .toList();
  }

  /** Days in this district. */
  public static DemoDay in(DemoDistrict district, long seed) {
    return new DemoDay(district, seed);
  }

  /**
   * All incidents of one day, by their time.
   *
   * @param day any number; another day has other incidents around the same busy corners
   * @param count how many
   */
  public List<DemoIncident> incidents(int day, int count) {
    Random random = new Random(seed * 31 + day);
    List<DemoIncident> incidents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      incidents.add(incident(random));
    }
    incidents.sort(Comparator.comparing(DemoIncident::at));
    return incidents;
  }

  private DemoIncident incident(Random random) {
    int hour = hour(random);
    DemoTopic topic = topic(hour, random);
    Coordinate place = place(random);
    String[] text = topic.texts().get(random.nextInt(topic.texts().size()));
    Duration at = Duration.ofHours(hour).plusMillis(random.nextInt(3_600_000));
    return new DemoIncident(at, topic.category(), place.x, place.y, text[0], text[1]);
  }

  private static int hour(Random random) {
    int left = random.nextInt(Arrays.stream(HOURS).sum());
    int hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour++];
    }
    return hour;
  }

  private static DemoTopic topic(int hour, Random random) {
    double left =
        random.nextDouble() * DemoTopic.ALL.stream().mapToDouble(t -> t.weightAt(hour)).sum();
    for (DemoTopic topic : DemoTopic.ALL) {
      left -= topic.weightAt(hour);
      if (left < 0) {
        return topic;
      }
    }
    return DemoTopic.ALL.getLast();
  }

  private Coordinate place(Random random) {
    double kind = random.nextDouble();
    if (kind < OUTSIDE_SHARE) {
      Envelope box = city.getEnvelopeInternal();
      return rounded(box.getMaxX() + 0.001, box.getMinY() + random.nextDouble() * box.getHeight());
    }
    if (kind < OUTSIDE_SHARE + BUSY_SHARE) {
      Coordinate corner = corners.get(random.nextInt(corners.size()));
      return within(
          city,
          () ->
              rounded(
                  corner.x + random.nextGaussian() * CORNER_SPREAD_DEGREES,
                  corner.y + random.nextGaussian() * CORNER_SPREAD_DEGREES * 0.7));
    }
    Geometry cell = cells.get(random.nextInt(cells.size()));
    Envelope box = cell.getEnvelopeInternal();
    return within(
        cell,
        () ->
            rounded(
                box.getMinX() + random.nextDouble() * box.getWidth(),
                box.getMinY() + random.nextDouble() * box.getHeight()));
  }

  private static Coordinate within(Geometry ground, Supplier<Coordinate> draw) {
    GeometryFactory factory = ground.getFactory();
    Coordinate point = draw.get();
    while (!ground.covers(factory.createPoint(point))) {
      point = draw.get();
    }
    return point;
  }

  private static Coordinate rounded(double lon, double lat) {
    return new Coordinate(Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6);
  }
}
