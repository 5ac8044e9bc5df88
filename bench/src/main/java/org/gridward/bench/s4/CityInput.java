package org.gridward.bench.s4;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The city's polygons and the points to be located, from the folder of real data. */
public final class CityInput {
  private CityInput() {}

  /** New York's census tracts, EPSG:4326; ids count from 1. */
  public static List<CellShape> tracts(Path folder) {
    List<CellShape> cells = new ArrayList<>();
    Path file = folder.resolve("tracts-epsg2263.shp.zip");
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      source.forEachRemaining(
          reading -> {
            Feature feature = (Feature) reading;
            Geometry boundary = source.crs().toWgs84(requireNonNull(feature.geometry()));
            cells.add(
                new CellShape(
                    feature.number(), requireNonNull(feature.text("BoroCT2010")), boundary));
          });
    }
    return cells;
  }

  /**
   * The same ground in more cells: those with the most vertices are halved until there are enough.
   */
  static List<CellShape> split(List<CellShape> cells, int wanted) {
    PriorityQueue<CellShape> queue =
        new PriorityQueue<>(
            Comparator.comparingInt((CellShape cell) -> -cell.boundary().getNumPoints())
                .thenComparing(CellShape::code));
    queue.addAll(cells);
    long id = cells.size();
    while (queue.size() < wanted) {
      CellShape cell = queue.remove();
      Envelope box = cell.boundary().getEnvelopeInternal();
      boolean wide = box.getWidth() > box.getHeight();
      queue.add(part(cell, half(box, wide, false), ++id, "a"));
      queue.add(part(cell, half(box, wide, true), ++id, "b"));
    }
    return queue.stream().sorted(Comparator.comparing(CellShape::code)).toList();
  }

  private static Envelope half(Envelope box, boolean wide, boolean second) {
    Coordinate middle = box.centre();
    double west = wide && second ? middle.x : box.getMinX();
    double east = wide && !second ? middle.x : box.getMaxX();
    double south = !wide && second ? middle.y : box.getMinY();
    double north = !wide && !second ? middle.y : box.getMaxY();
    return new Envelope(west, east, south, north);
  }

  private static CellShape part(CellShape cell, Envelope half, long id, String suffix) {
    Geometry mask = new GeometryFactory().toGeometry(half);
    Geometry part = OverlayNGRobust.overlay(cell.boundary(), mask, OverlayNG.INTERSECTION);
    return new CellShape(id, cell.code() + suffix, part);
  }

  /** Places of the service requests, in the file's order, those without a place left out. */
  public static double[] requests(Path folder) {
    List<double[]> points = new ArrayList<>();
    Path file = folder.resolve("311-requests-2026-08.csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        if (!row.getField("longitude").isEmpty()) {
          points.add(
              new double[] {
                Double.parseDouble(row.getField("longitude")),
                Double.parseDouble(row.getField("latitude"))
              });
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return points.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Points spread evenly over the box of the cells. */
  static double[] uniform(List<CellShape> cells, int count, long seed) {
    Envelope box = new Envelope();
    cells.forEach(cell -> box.expandToInclude(cell.boundary().getEnvelopeInternal()));
    Random random = new Random(seed);
    double[] points = new double[2 * count];
    for (int i = 0; i < points.length; i += 2) {
      points[i] = box.getMinX() + random.nextDouble() * box.getWidth();
      points[i + 1] = box.getMinY() + random.nextDouble() * box.getHeight();
    }
    return points;
  }

  /** Every vertex of every cell: the points where rounding shows first. */
  static double[] vertices(List<CellShape> cells) {
    return cells.stream()
        .flatMap(cell -> Arrays.stream(cell.boundary().getCoordinates()))
        .flatMapToDouble(point -> DoubleStream.of(point.x, point.y))
        .toArray();
  }
}
