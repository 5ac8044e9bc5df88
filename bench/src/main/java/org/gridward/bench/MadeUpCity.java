package org.gridward.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A made-up city of square cells, only as an input of load: one city, districts of 10 × 9 cells
 * each, one grid worker a cell. Longitude 10.0 to 10.48, latitude 50.0 to 50.45, EPSG:4326; a cell
 * measures 0.01° each way.
 */
final class MadeUpCity {

  static final int COLUMNS = 48;
  static final int ROWS = 45;
  static final int CELLS = COLUMNS * ROWS;
  private static final double WEST = 10.0;
  private static final double SOUTH = 50.0;
  private static final double SIDE = 0.01;
  private static final int DISTRICT_COLUMNS = 12;
  private static final int DISTRICT_ROWS = 9;

  private final Path folder;

  MadeUpCity(Path folder) {
    this.folder = folder;
  }

  Path writeCity() throws IOException {
    Path file = folder.resolve("city.geojson");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      out.write(feature("C", "", "Made-up city", 0, 0, COLUMNS, ROWS));
      out.write("]}");
    }
    return file;
  }

  Path writeDistricts() throws IOException {
    Path file = folder.resolve("districts.geojson");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      for (int row = 0; row < ROWS; row += DISTRICT_ROWS) {
        for (int column = 0; column < COLUMNS; column += DISTRICT_COLUMNS) {
          out.write(row + column == 0 ? "" : ",");
          String code = district(column, row);
          out.write(
              feature(code, "C", "District " + code, column, row, DISTRICT_COLUMNS, DISTRICT_ROWS));
        }
      }
      out.write("]}");
    }
    return file;
  }

  Path writeCells() throws IOException {
    Path file = folder.resolve("cells.geojson");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      for (int i = 0; i < CELLS; i++) {
        int column = i % COLUMNS;
        int row = i / COLUMNS;
        out.write(i == 0 ? "" : ",");
        out.write(feature(cell(i), district(column, row), "Cell " + cell(i), column, row, 1, 1));
      }
      out.write("]}");
    }
    return file;
  }

  Path writeWorkers() throws IOException {
    Path file = folder.resolve("workers.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("name,login,cells,rank,skills\n");
      for (int i = 0; i < CELLS; i++) {
        out.write("Worker %04d,%s,%s,grid worker,\n".formatted(i, login(i), cell(i)));
      }
    }
    return file;
  }

  static String login(int cell) {
    return "worker%04d".formatted(cell);
  }

  static String cell(int index) {
    return "C%04d".formatted(index);
  }

  /** A random point well inside cell {@code index}: longitude, latitude. */
  static double[] pointIn(int index) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new double[] {
      WEST + (index % COLUMNS + random.nextDouble(0.05, 0.95)) * SIDE,
      SOUTH + (index / COLUMNS + random.nextDouble(0.05, 0.95)) * SIDE
    };
  }

  private static String district(int column, int row) {
    return "D%d%d".formatted(row / DISTRICT_ROWS, column / DISTRICT_COLUMNS);
  }

  private static String feature(
      String code, String parent, String name, int column, int row, int columns, int rows) {
    StringBuilder ring = new StringBuilder();
    int[][] corners = {{0, 0}, {columns, 0}, {columns, rows}, {0, rows}, {0, 0}};
    for (int[] corner : corners) {
      ring.append(ring.isEmpty() ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "[%.4f,%.4f]",
                  WEST + (column + corner[0]) * SIDE,
                  SOUTH + (row + corner[1]) * SIDE));
    }
    return """
    {"type":"Feature","properties":{"code":"%s","parent":"%s","name":"%s"},\
    "geometry":{"type":"Polygon","coordinates":[[%s]]}}
    """
        .formatted(code, parent, name, ring);
  }
}
