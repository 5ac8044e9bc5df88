package org.gridward.basemap.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class SeaTests {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Envelope BOX = new Envelope(10, 11, 50, 51);

  @Test
  void isWhatIsNotLandWhateverTheIslandsAndWhereverTheLinesAreCut() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      Geometry land = islands(random);
      Geometry truly = FACTORY.toGeometry(BOX).difference(land);
      List<Polygon> sea = Sea.within(BOX, coast(land, random));
      double wrong = UnaryUnionOp.union(sea).symDifference(truly).getArea();
      assertThat(wrong).as("round %d", round).isLessThan(1e-6);
    }
  }

  @Test
  void linesThatAnExtractCutInsideItsBoxGoOnToItsSide() {
    LineString fromSouthToNorth =
        FACTORY.createLineString(
            new Coordinate[] {
              new Coordinate(10.5, 50.01), new Coordinate(10.4, 50.5), new Coordinate(10.5, 50.98)
            });
    List<Polygon> sea = Sea.within(BOX, List.of(fromSouthToNorth));
    assertThat(sea).hasSize(1);
    assertThat(sea.getFirst().contains(point(10.9, 50.5))).isTrue();
    assertThat(sea.getFirst().contains(point(10.1, 50.5))).isFalse();
    LineString southwards = fromSouthToNorth.reverse();
    Polygon other = Sea.within(BOX, List.of(southwards)).getFirst();
    assertThat(other.contains(point(10.1, 50.5))).isTrue();
  }

  @Test
  void isNoneWithoutACoast() {
    assertThat(Sea.within(BOX, List.of())).isEmpty();
  }

  private static Geometry point(double lon, double lat) {
    return FACTORY.createPoint(new Coordinate(lon, lat));
  }

  /** Rough shapes, some of which reach out of the box. */
  private static Geometry islands(Random random) {
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(5); i++) {
      double lon = 9.9 + 1.2 * random.nextDouble();
      double lat = 49.9 + 1.2 * random.nextDouble();
      Coordinate[] ring = new Coordinate[25];
      for (int c = 0; c < 24; c++) {
        double far = 0.05 + 0.25 * random.nextDouble();
        double angle = 2 * Math.PI * c / 24;
        ring[c] = new Coordinate(lon + far * Math.cos(angle), lat + far * Math.sin(angle));
      }
      ring[24] = ring[0];
      shapes.add(FACTORY.createPolygon(ring));
    }
    return UnaryUnionOp.union(shapes);
  }

  /** The borders of the land with the land on their left, in pieces. */
  private static List<LineString> coast(Geometry land, Random random) {
    List<LineString> lines = new ArrayList<>();
    for (int i = 0; i < land.getNumGeometries(); i++) {
      Polygon island = (Polygon) land.getGeometryN(i);
      if (FACTORY.toGeometry(BOX).disjoint(island)) {
        continue;
      }
      cut(island.getExteriorRing(), true, random, lines);
      for (int h = 0; h < island.getNumInteriorRing(); h++) {
        cut(island.getInteriorRingN(h), false, random, lines);
      }
    }
    return lines;
  }

  private static void cut(
      LineString ring, boolean landInside, Random random, List<LineString> lines) {
    boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) != landInside;
    Coordinate[] points = (turn ? ring.reverse() : ring).getCoordinates();
    int middle = 1 + random.nextInt(points.length - 2);
    lines.add(FACTORY.createLineString(Arrays.copyOfRange(points, 0, middle + 1)));
    lines.add(FACTORY.createLineString(Arrays.copyOfRange(points, middle, points.length)));
  }
}
