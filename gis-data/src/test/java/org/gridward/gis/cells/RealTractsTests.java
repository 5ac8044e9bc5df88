package org.gridward.gis.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

class RealTractsTests {
  private record Asked(CellShape cell, IndexedPointInAreaLocator locator) {}

  @Test
  void agreesWithJtsOnEveryVertexAndEdgeOfTheRealCity() {
    List<CellShape> tracts = RealCity.tracts();
    CellIndex index = CellIndex.build(tracts);
    STRtree tree = new STRtree();
    for (CellShape tract : tracts) {
      tree.insert(
          tract.boundary().getEnvelopeInternal(),
          new Asked(tract, new IndexedPointInAreaLocator(tract.boundary())));
    }
    List<Coordinate> points = tricky(tracts);
    assertThat(points)
        .filteredOn(point -> index.locate(point.x, point.y) != ask(tree, point))
        .isEmpty();
  }

  /** Of two million, every seventh: the vertices and edges of all tracts have a turn. */
  private static List<Coordinate> tricky(List<CellShape> tracts) {
    List<Coordinate> all = TrickyPoints.of(tracts, new Random(7), 300_000);
    return IntStream.range(0, all.size()).filter(i -> i % 7 == 0).mapToObj(all::get).toList();
  }

  @SuppressWarnings("unchecked")
  private static long ask(STRtree tree, Coordinate point) {
    List<Asked> near = tree.query(new Envelope(point));
    return near.stream()
        .filter(asked -> asked.locator.locate(point) != Location.EXTERIOR)
        .map(Asked::cell)
        .min((a, b) -> a.code().compareTo(b.code()))
        .map(CellShape::id)
        .orElse(CellIndex.NONE);
  }
}
