package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Ground for the tests: squares of a thousandth of a degree, straight or shaken. */
final class Grounds {

  static final double STEP = 0.001;

  private Grounds() {}

  static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Ground box(String code, double west, double south, double east, double north) {
    return new Ground(
        code,
        Polygons.FACTORY.createPolygon(
            new Coordinate[] {
              new Coordinate(west, south),
              new Coordinate(east, south),
              new Coordinate(east, north),
              new Coordinate(west, north),
              new Coordinate(west, south)
            }));
  }

  /** {@code size} × {@code size} four-cornered cells whose inner corners were moved at random. */
  static List<Ground> shaken(int size, long seed) {
    Random random = new Random(seed);
    Coordinate[][] corners = new Coordinate[size + 1][size + 1];
    for (int i = 0; i <= size; i++) {
      for (int j = 0; j <= size; j++) {
        corners[i][j] =
            new Coordinate(
                -73.9 + (i + 0.6 * (random.nextDouble() - 0.5)) * STEP,
                40.7 + (j + 0.6 * (random.nextDouble() - 0.5)) * STEP);
      }
    }
    List<Ground> cells = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        Polygon cell =
            Polygons.FACTORY.createPolygon(
                new Coordinate[] {
                  corners[i][j].copy(),
                  corners[i + 1][j].copy(),
                  corners[i + 1][j + 1].copy(),
                  corners[i][j + 1].copy(),
                  corners[i][j].copy()
                });
        cells.add(new Ground("%02d%02d".formatted(i, j), cell));
      }
    }
    return cells;
  }

  static Geometry union(List<Ground> cells) {
    return CoverageUnion.union(cells.stream().map(Ground::shape).toArray(Geometry[]::new));
  }
}
