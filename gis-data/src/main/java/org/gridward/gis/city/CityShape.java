package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Coast, river, ring roads and radial roads: the lines that everything else follows. */
final class CityShape {

  private static final double STEP = 35;

  final double radius;
  final Polygon coast;
  final Polygon river;

  /** Radius of the old town, metres. */
  final double oldTown;

  /** Direction of the river's flow, radians from east. */
  final double riverAngle;

  /** Rings and radials as they are drawn, not yet cut at the water. */
  final List<Street> arterials = new ArrayList<>();

  private final IndexedPointInAreaLocator land;
  private final IndexedPointInAreaLocator water;

  CityShape(long seed, double radius) {
    Random random = new Random(seed);
    this.radius = radius;
    this.oldTown = Math.clamp(0.3 * radius, 260, 900);
    this.riverAngle = (random.nextDouble() - 0.5) * 1.2 + (random.nextBoolean() ? Math.PI : 0);
    this.coast = coast(random);
    this.river = river(random);
    this.land = new IndexedPointInAreaLocator(coast);
    this.water = new IndexedPointInAreaLocator(river);
    rings(random);
    radials(random);
  }

  boolean isLand(Coordinate point) {
    return land.locate(point) == Location.INTERIOR && water.locate(point) == Location.EXTERIOR;
  }

  /** What the first ring road encloses. */
  Polygon oldTownGround() {
    return Plane.METRES.createPolygon(arterials.getFirst().line().getCoordinates());
  }

  private Polygon coast(Random random) {
    double[] size = new double[9];
    double[] phase = new double[9];
    for (int k = 2; k < size.length; k++) {
      size[k] = 0.19 / k * (0.6 + random.nextDouble());
      phase[k] = random.nextDouble() * 2 * Math.PI;
    }
    int count = (int) Math.max(160, 2 * Math.PI * radius / STEP);
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double turn = 2 * Math.PI * i / count;
      double far = 1;
      for (int k = 2; k < size.length; k++) {
        far += size[k] * Math.sin(k * turn + phase[k]);
      }
      ring.add(polar(radius * far, turn));
    }
    ring.add(ring.getFirst().copy());
    return Plane.METRES.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private Polygon river(Random random) {
    double first = random.nextDouble() * 2 * Math.PI;
    double second = random.nextDouble() * 2 * Math.PI;
    double half = Math.clamp(0.021 * radius, 24, 170);
    List<Coordinate> bank = new ArrayList<>();
    List<Coordinate> other = new ArrayList<>();
    for (double t = -1.7 * radius; t <= 1.7 * radius; t += STEP) {
      double slope =
          0.14 * 2 * Math.PI / 1.7 * Math.cos(2 * Math.PI * t / (1.7 * radius) + first)
              + 0.028 * 2 * Math.PI / 0.6 * Math.cos(2 * Math.PI * t / (0.6 * radius) + second);
      double v =
          radius
              * (0.2
                  + 0.14 * Math.sin(2 * Math.PI * t / (1.7 * radius) + first)
                  + 0.028 * Math.sin(2 * Math.PI * t / (0.6 * radius) + second));
      double along = t / radius;
      double wide = half * (1 + 0.9 * Math.max(0, along) * Math.max(0, along));
      double length = Math.hypot(1, slope);
      bank.add(turned(t - slope / length * wide, v + wide / length));
      other.add(turned(t + slope / length * wide, v - wide / length));
    }
    bank.addAll(other.reversed());
    bank.add(bank.getFirst().copy());
    return (Polygon) Plane.METRES.createPolygon(bank.toArray(Coordinate[]::new));
  }

  private Coordinate turned(double along, double across) {
    return new Coordinate(
        along * Math.cos(riverAngle) - across * Math.sin(riverAngle),
        along * Math.sin(riverAngle) + across * Math.cos(riverAngle));
  }

  private void rings(Random random) {
    RoadKind[] kinds = {RoadKind.PRIMARY, RoadKind.TRUNK, RoadKind.MOTORWAY, RoadKind.MOTORWAY};
    double far = oldTown;
    for (int ring = 0; ring < kinds.length && far < 0.74 * radius; ring++) {
      Waves waves = new Waves(random, 4, 3);
      List<Coordinate> points = new ArrayList<>();
      int count = (int) (2 * Math.PI * far / STEP) + 12;
      for (int i = 0; i < count; i++) {
        double turn = 2 * Math.PI * i / count;
        double uneven = 1 + 0.09 * waves.at(Math.cos(turn), Math.sin(turn));
        points.add(polar(far * uneven, turn));
      }
      points.add(points.getFirst().copy());
      add(kinds[ring], CityNames.ring(ring), points);
      far *= 1.95;
    }
  }

  private void radials(Random random) {
    double[] turns = {-0.95, 0, 0.95};
    for (int bank = 0; bank < 2; bank++) {
      for (int i = 0; i < turns.length; i++) {
        double turn =
            riverAngle
                + (bank == 0 ? 0.5 : -0.5) * Math.PI
                + turns[i]
                + (random.nextDouble() - 0.5) * 0.2;
        radial(random, turn, i == 1 ? 0 : oldTown * 0.93, bank * 3 + i);
      }
    }
  }

  private void radial(Random random, double turn, double from, int number) {
    double sway = random.nextDouble() * 2 * Math.PI;
    List<Coordinate> points = new ArrayList<>();
    for (double far = from; far < 1.5 * radius; far += STEP) {
      double reach = far / radius;
      points.add(polar(far, turn + 0.13 * reach * Math.sin(3.1 * reach + sway)));
    }
    add(RoadKind.PRIMARY, CityNames.radial(number), points);
  }

  private void add(RoadKind kind, Name name, List<Coordinate> points) {
    LineString line = Plane.METRES.createLineString(points.toArray(Coordinate[]::new));
    arterials.add(new Street(kind, name, line, false));
  }

  private static Coordinate polar(double far, double turn) {
    return new Coordinate(far * Math.cos(turn), far * Math.sin(turn));
  }
}
