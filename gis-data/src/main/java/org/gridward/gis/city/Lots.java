package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Parts ground into irregular lots and builds on each, leaving yards. */
final class Lots {

  private final Random random;
  private final double wanted;
  private final double gap;
  private final double empty;
  private final List<Polygon> buildings = new ArrayList<>();

  /**
   * @param wanted square metres of a lot
   * @param gap metres from the building to the lot's edge
   * @param empty the share of lots that stay empty
   */
  Lots(Random random, double wanted, double gap, double empty) {
    this.random = random;
    this.wanted = wanted;
    this.gap = gap;
    this.empty = empty;
  }

  List<Polygon> on(Polygon ground) {
    part(ground, 0);
    return buildings;
  }

  private void part(Polygon ground, int depth) {
    if (ground.getArea() < wanted * (0.8 + random.nextDouble()) || depth > 10) {
      build(ground);
      return;
    }
    double way = CutLine.angleOf(ground) + (random.nextDouble() - 0.5) * 0.12;
    double east = Math.cos(way);
    double north = Math.sin(way);
    Coordinate middle = ground.getCentroid().getCoordinate();
    double at =
        middle.x * east + middle.y * north + (random.nextDouble() - 0.5) * 0.2 * Math.sqrt(wanted);
    for (int side = -1; side <= 1; side += 2) {
      Polygon half = half(ground, east * side, north * side, at * side);
      if (half != null) {
        part(half, depth + 1);
      }
    }
  }

  /** What lies before the line, by walking around the ring (Sutherland and Hodgman 1974). */
  private static @Nullable Polygon half(Polygon ground, double east, double north, double at) {
    Coordinate[] ring = ground.getExteriorRing().getCoordinates();
    List<Coordinate> kept = new ArrayList<>();
    for (int i = 1; i < ring.length; i++) {
      double before = ring[i - 1].x * east + ring[i - 1].y * north - at;
      double after = ring[i].x * east + ring[i].y * north - at;
      if (before * after < 0) {
        double share = before / (before - after);
        kept.add(
            new Coordinate(
                ring[i - 1].x + share * (ring[i].x - ring[i - 1].x),
                ring[i - 1].y + share * (ring[i].y - ring[i - 1].y)));
      }
      if (after <= 0) {
        kept.add(ring[i].copy());
      }
    }
    if (kept.size() < 3) {
      return null;
    }
    kept.add(kept.getFirst().copy());
    return Plane.METRES.createPolygon(kept.toArray(Coordinate[]::new));
  }

  private void build(Polygon lot) {
    if (random.nextDouble() < empty) {
      return;
    }
    Geometry built = lot.buffer(-gap, 1);
    if (built instanceof Polygon polygon && polygon.getArea() > 28) {
      buildings.add(Plane.METRES.createPolygon(polygon.getExteriorRing().getCoordinates()));
    }
  }
}
