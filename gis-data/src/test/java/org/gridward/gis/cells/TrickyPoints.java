package org.gridward.gis.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Points where an index may go wrong: on borders, just beside them, level with vertices, outside.
 */
final class TrickyPoints {
  private TrickyPoints() {}

  static List<Coordinate> of(List<CellShape> cells, Random random, int atRandom) {
    List<Coordinate> points = new ArrayList<>();
    Envelope box = new Envelope();
    cells.forEach(cell -> box.expandToInclude(cell.boundary().getEnvelopeInternal()));
    for (CellShape cell : cells) {
      Coordinate[] ring = cell.boundary().getCoordinates();
      for (int i = 0; i < ring.length; i++) {
        addAround(points, ring[i]);
        points.add(new Coordinate(ring[i].x, between(random, box.getMinY(), box.getMaxY())));
        points.add(new Coordinate(between(random, box.getMinX(), box.getMaxX()), ring[i].y));
        if (i > 0) {
          addAround(points, along(ring[i - 1], ring[i], 0.5));
          points.add(along(ring[i - 1], ring[i], random.nextDouble()));
        }
      }
    }
    box.expandBy(box.getWidth() / 20);
    for (int i = 0; i < atRandom; i++) {
      points.add(
          new Coordinate(
              between(random, box.getMinX(), box.getMaxX()),
              between(random, box.getMinY(), box.getMaxY())));
    }
    return points;
  }

  private static void addAround(List<Coordinate> points, Coordinate p) {
    points.add(p);
    points.add(new Coordinate(Math.nextUp(p.x), p.y));
    points.add(new Coordinate(Math.nextDown(p.x), p.y));
    points.add(new Coordinate(p.x, Math.nextUp(p.y)));
    points.add(new Coordinate(p.x, Math.nextDown(p.y)));
  }

  private static Coordinate along(Coordinate a, Coordinate b, double part) {
    return new Coordinate(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
