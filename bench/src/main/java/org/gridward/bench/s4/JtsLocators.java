package org.gridward.bench.s4;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/** The exact combinations of JTS: a tree of boxes, then each candidate asked. */
final class JtsLocators {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private JtsLocators() {}

  static Locator indexed(List<CellShape> cells) {
    return over(
        cells,
        boundary -> {
          IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(boundary);
          return point -> locator.locate(point) != Location.EXTERIOR;
        });
  }

  static Locator prepared(List<CellShape> cells) {
    return over(
        cells,
        boundary -> {
          PreparedGeometry prepared = PreparedGeometryFactory.prepare(boundary);
          return point -> prepared.covers(GEOMETRIES.createPoint(point));
        });
  }

  static Locator rayCrossing(List<CellShape> cells) {
    return over(
        cells,
        boundary -> {
          List<Coordinate[]> rings = new ArrayList<>();
          for (Object ring : LinearComponentExtracter.getLines(boundary)) {
            rings.add(((LineString) ring).getCoordinates());
          }
          return point -> covered(rings, point);
        });
  }

  private static boolean covered(List<Coordinate[]> rings, Coordinate point) {
    RayCrossingCounter counter = new RayCrossingCounter(point);
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        counter.countSegment(ring[i], ring[i - 1]);
        if (counter.isOnSegment()) {
          return true;
        }
      }
    }
    return counter.isPointInPolygon();
  }

  private record Entry(CellShape cell, Envelope box, Predicate<Coordinate> test) {}

  private static Locator over(
      List<CellShape> cells, Function<Geometry, Predicate<Coordinate>> test) {
    STRtree tree = new STRtree();
    for (CellShape cell : cells) {
      Envelope box = cell.boundary().getEnvelopeInternal();
      tree.insert(box, new Entry(cell, box, test.apply(cell.boundary())));
    }
    tree.build();
    return (lon, lat) -> lowest(tree, new Coordinate(lon, lat));
  }

  private static long lowest(STRtree tree, Coordinate point) {
    CellShape[] lowest = new CellShape[1];
    tree.query(
        new Envelope(point),
        item -> {
          Entry entry = (Entry) item;
          if ((lowest[0] == null || entry.cell.code().compareTo(lowest[0].code()) < 0)
              && entry.test.test(point)) {
            lowest[0] = entry.cell;
          }
        });
    return lowest[0] == null ? CellIndex.NONE : lowest[0].id();
  }
}
