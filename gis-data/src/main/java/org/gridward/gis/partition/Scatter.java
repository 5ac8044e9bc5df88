package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Points evenly over ground. */
public final class Scatter {

  private Scatter() {}

  /**
   * The points of a square lattice that lie in the ground; the same for the same ground.
   *
   * @param ground a valid Polygon or MultiPolygon, EPSG:4326
   * @param wanted about how many; there is at least one
   */
  public static List<Coordinate> evenly(Geometry ground, int wanted) {
    LocalPlane plane = new LocalPlane(ground);
    List<Coordinate> found = new ArrayList<>();
    for (Coordinate at : inMetres(ground, plane, Measure.squareMetres(ground) / wanted)) {
      found.add(plane.toDegrees(at));
    }
    return found.isEmpty() ? List.of(Polygons.inside(ground)) : found;
  }

  /**
   * May be empty where the ground is as thin as a line.
   *
   * @param each the square metres for which a point stands
   */
  static List<Coordinate> inMetres(Geometry ground, LocalPlane plane, double each) {
    double step = Math.sqrt(each);
    Geometry flat = plane.toMetres(ground);
    Envelope box = flat.getEnvelopeInternal();
    double[] columns = steps(box.getMinX(), box.getMaxX(), step);
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(flat);
    List<Envelope> parts = Polygons.of(flat).stream().map(Polygon::getEnvelopeInternal).toList();
    List<Coordinate> found = new ArrayList<>();
    for (double y : steps(box.getMinY(), box.getMaxY(), step)) {
      BitSet worth = columnsOf(parts, y, columns); // islands are far apart
      for (int i = worth.nextSetBit(0); i >= 0; i = worth.nextSetBit(i + 1)) {
        Coordinate at = new Coordinate(columns[i], y);
        if (locator.locate(at) == Location.INTERIOR) {
          found.add(at);
        }
      }
    }
    return found;
  }

  private static double[] steps(double from, double to, double step) {
    return DoubleStream.iterate(from + step / 2, at -> at < to, at -> at + step).toArray();
  }

  /** Where a row can meet ground. */
  private static BitSet columnsOf(List<Envelope> parts, double y, double[] columns) {
    BitSet worth = new BitSet(columns.length);
    for (Envelope part : parts) {
      if (y >= part.getMinY() && y <= part.getMaxY()) {
        worth.set(firstFrom(columns, part.getMinX()), firstFrom(columns, part.getMaxX()));
      }
    }
    return worth;
  }

  private static int firstFrom(double[] columns, double x) {
    int found = Arrays.binarySearch(columns, x);
    return found < 0 ? -found - 1 : found;
  }
}
