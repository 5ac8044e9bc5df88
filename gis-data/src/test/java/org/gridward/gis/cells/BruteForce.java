package org.gridward.gis.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/** The border rule in plain words: asks JTS about every cell, lowest code first. */
final class BruteForce {
  private record Asked(CellShape cell, Envelope envelope, IndexedPointInAreaLocator locator) {}

  private final List<Asked> all = new ArrayList<>();

  BruteForce(List<CellShape> cells) {
    List<CellShape> ordered = new ArrayList<>(cells);
    ordered.sort(Comparator.comparing(CellShape::code, (a, b) -> compareCodePoints(a, b)));
    for (CellShape cell : ordered) {
      if (!cell.boundary().isEmpty()) {
        all.add(
            new Asked(
                cell,
                cell.boundary().getEnvelopeInternal(),
                new IndexedPointInAreaLocator(cell.boundary())));
      }
    }
  }

  private static int compareCodePoints(String a, String b) {
    return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  long locate(double lon, double lat) {
    Coordinate point = new Coordinate(lon, lat);
    for (Asked asked : all) {
      if (asked.envelope.covers(point) && asked.locator.locate(point) != Location.EXTERIOR) {
        return asked.cell.id();
      }
    }
    return CellIndex.NONE;
  }
}
