package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Which use the ground has at a place. */
final class LandUses {

  /** A round park; {@code far} is its radius in metres. */
  record Park(double x, double y, double far) {}

  private final CityShape shape;
  private final Waves height;
  private final Waves quiet;
  private final double centreTurn;
  private final double industryTurn;
  final List<Park> parks = new ArrayList<>();

  LandUses(CityShape shape, long seed) {
    Random random = new Random(seed ^ 0x5eed);
    this.shape = shape;
    this.height = new Waves(random, 5, 2_600);
    this.quiet = new Waves(random, 4, 5_000);
    this.centreTurn = shape.riverAngle + Math.PI * (0.25 + 0.25 * random.nextDouble());
    this.industryTurn = shape.riverAngle - 0.35;
    double first = shape.riverAngle - Math.PI * (0.35 + 0.3 * random.nextDouble());
    double far = Math.max(150, Math.min(0.16 * shape.radius, 620));
    parks.add(
        new Park(
            (shape.oldTown + far * 1.2) * Math.cos(first),
            (shape.oldTown + far * 1.2) * Math.sin(first),
            far));
    int more = (int) (shape.radius * shape.radius / 1.6e6);
    for (int i = 0; i < more; i++) {
      double turn = random.nextDouble() * 2 * Math.PI;
      double away = shape.radius * (0.25 + 0.65 * Math.sqrt(random.nextDouble()));
      parks.add(
          new Park(away * Math.cos(turn), away * Math.sin(turn), 70 + 190 * random.nextDouble()));
    }
  }

  LandUse at(double x, double y) {
    if (isPark(x, y)) {
      return LandUse.PARK;
    }
    return builtAt(x, y);
  }

  /** The use of what is built around, whether there is a park or not. */
  LandUse builtAt(double x, double y) {
    double far = Math.hypot(x, y);
    double centreFar = shape.oldTown * 1.35;
    if (Math.hypot(x - centreFar * Math.cos(centreTurn), y - centreFar * Math.sin(centreTurn))
        < shape.oldTown * 0.55) {
      return LandUse.CENTRE;
    }
    if (far < shape.oldTown) {
      return LandUse.OLD_TOWN;
    }
    double reach = far / shape.radius;
    double turn = Math.IEEEremainder(Math.atan2(y, x) - industryTurn, 2 * Math.PI);
    if (reach > 0.55 && Math.abs(turn) < 0.42) {
      return LandUse.INDUSTRY;
    }
    if (reach > 0.6 && quiet.at(x, y) + reach - 0.85 > 0) {
      return LandUse.VILLAS;
    }
    return height.at(x, y) > 0.12 ? LandUse.TOWERS : LandUse.MIDRISE;
  }

  boolean isPark(double x, double y) {
    return parks.stream().anyMatch(park -> Math.hypot(x - park.x, y - park.y) < park.far);
  }

  /** The lake of the great park, as a ring of points. */
  List<Coordinate> lake() {
    Park park = parks.getFirst();
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      double turn = 2 * Math.PI * i / 48;
      double uneven =
          0.42 + 0.09 * Math.sin(2 * turn + park.x) + 0.06 * Math.sin(3 * turn + park.y);
      ring.add(
          new Coordinate(
              park.x + park.far * uneven * 1.25 * Math.cos(turn),
              park.y + park.far * uneven * Math.sin(turn)));
    }
    ring.add(ring.getFirst().copy());
    return ring;
  }
}
