package org.gridward.gis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A net of bent streets and the blocks between them. Streets run roughly in rows and columns, with
 * crossings pushed aside at random, and swing around a slow curve, so that no two blocks are alike.
 * Neighbouring blocks share every vertex of their street, rounded to 1e-7 degrees (a centimetre).
 */
final class StreetPlan {
  /** Dry steppe far from any town; nothing of the kind stands there. */
  private static final double WEST = 68.0;

  private static final double SOUTH = 47.5;
  private static final double BLOCK_LON = 0.0042;
  private static final double BLOCK_LAT = 0.0028;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4326);

  private final int columns;
  private final int rows;
  private final Coordinate[][] crossings;
  private final Coordinate[][] bendsEast;
  private final Coordinate[][] bendsNorth;

  StreetPlan(int columns, int rows, Random random) {
    this.columns = columns;
    this.rows = rows;
    crossings = new Coordinate[columns + 1][rows + 1];
    bendsEast = new Coordinate[columns + 1][rows + 1];
    bendsNorth = new Coordinate[columns + 1][rows + 1];
    for (int i = 0; i <= columns; i++) {
      for (int j = 0; j <= rows; j++) {
        crossings[i][j] = place(i, j, 0.24, random);
        bendsEast[i][j] = place(i + 0.5, j, 0.1, random);
        bendsNorth[i][j] = place(i, j + 0.5, 0.1, random);
      }
    }
  }

  private static Coordinate place(double column, double row, double loose, Random random) {
    double u = column + loose * (random.nextDouble() - 0.5) + 0.45 * Math.sin(row * 0.7);
    double v = row + loose * (random.nextDouble() - 0.5) + 0.35 * Math.sin(column * 0.6 + 1);
    return new Coordinate(rounded(WEST + u * BLOCK_LON), rounded(SOUTH + v * BLOCK_LAT));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** The block with this crossing at its south-west corner. */
  Polygon block(int column, int row) {
    List<Coordinate> ring = new ArrayList<>();
    ring.add(crossings[column][row]);
    ring.add(bendsNorth[column][row]);
    ring.add(crossings[column][row + 1]);
    ring.add(bendsEast[column][row + 1]);
    ring.add(crossings[column + 1][row + 1]);
    ring.add(bendsNorth[column + 1][row]);
    ring.add(crossings[column + 1][row]);
    ring.add(bendsEast[column][row]);
    ring.add(crossings[column][row]);
    return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
  }
}
