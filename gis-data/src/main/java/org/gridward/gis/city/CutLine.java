package org.gridward.gis.city;

import java.util.Random;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * How streets run in a quarter: around the centre in the old town and the business quarter,
 * straight and parallel between apartment blocks, bent among villas.
 */
final class CutLine {

  /**
   * A direction to cut across.
   *
   * @param low least extent of the ground along it, metres
   * @param from least extent across it
   */
  record Axis(double east, double north, double low, double high, double from, double to) {
    double at(double share) {
      return low + share * (high - low);
    }
  }

  private final Random random;
  private final double angle;

  /**
   * @param angle of the quarter's streets, radians
   */
  CutLine(Random random, double angle) {
    this.random = random;
    this.angle = angle;
  }

  /** Direction of the longest side of the smallest rectangle around the ground. */
  static double angleOf(Polygon ground) {
    Geometry rectangle = MinimumAreaRectangle.getMinimumRectangle(ground);
    Coordinate[] ring = rectangle.getCoordinates();
    double longest = -1;
    double angle = 0;
    for (int i = 1; i < Math.min(ring.length, 3); i++) {
      double length = ring[i].distance(ring[i - 1]);
      if (length > longest) {
        longest = length;
        angle = Math.atan2(ring[i].y - ring[i - 1].y, ring[i].x - ring[i - 1].x);
      }
    }
    return angle;
  }

  /**
   * @param across along the shorter side instead of the longer
   * @param turn radians by which it is turned from the quarter's way
   */
  Axis axis(Polygon ground, LandUse use, boolean across, double turn) {
    Point middle = ground.getCentroid();
    double way =
        switch (use) {
          case OLD_TOWN ->
              Math.atan2(middle.getY(), middle.getX()) + (random.nextDouble() - 0.5) * 0.36;
          case CENTRE -> Math.atan2(middle.getY(), middle.getX());
          case VILLAS -> angleOf(ground) + (random.nextDouble() - 0.5) * 0.2;
          case MIDRISE, TOWERS, INDUSTRY, PARK -> angle;
        };
    Axis one = extent(ground, way + turn);
    Axis other = extent(ground, way + turn + Math.PI / 2);
    boolean longer = one.high - one.low >= other.high - other.low;
    return longer ^ across ? one : other;
  }

  private static Axis extent(Polygon ground, double way) {
    double east = Math.cos(way);
    double north = Math.sin(way);
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    double from = Double.MAX_VALUE;
    double to = -Double.MAX_VALUE;
    for (Coordinate point : ground.getExteriorRing().getCoordinates()) {
      double along = point.x * east + point.y * north;
      double side = point.y * east - point.x * north;
      low = Math.min(low, along);
      high = Math.max(high, along);
      from = Math.min(from, side);
      to = Math.max(to, side);
    }
    return new Axis(east, north, low, high, from, to);
  }

  /** The street across the axis at {@code at} metres along it, a little longer than the ground. */
  LineString line(Axis axis, double at, LandUse use) {
    double length = axis.to - axis.from;
    double bulge =
        switch (use) {
          case OLD_TOWN -> 0.05 * (random.nextDouble() - 0.5) * 2;
          case VILLAS -> 0.13 * (random.nextBoolean() ? 1 : -1) * (0.4 + random.nextDouble());
          case MIDRISE -> 0.03 * (random.nextDouble() - 0.5);
          case CENTRE, TOWERS, INDUSTRY, PARK -> 0;
        };
    double wobble = use == LandUse.OLD_TOWN ? Math.min(7, length / 25) : 0;
    int parts = bulge == 0 ? 1 : (int) Math.clamp(length / 28, 4, 40);
    boolean twice = use == LandUse.VILLAS && length > 260 && random.nextBoolean();
    Coordinate[] points = new Coordinate[parts + 1];
    for (int i = 0; i <= parts; i++) {
      double share = (double) i / parts;
      double side = axis.from - 3 + share * (length + 6);
      double along =
          at
              + bulge * length * (Math.sin(share * Math.PI * (twice ? 2 : 1)) - (twice ? 0 : 0.6))
              + wobble * (random.nextDouble() - 0.5);
      points[i] =
          new Coordinate(
              along * axis.east - side * axis.north, along * axis.north + side * axis.east);
    }
    return Plane.METRES.createLineString(points);
  }
}
