package org.gridward.bench.s4;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridward.bench.s4.Contest.Entrant;
import org.gridward.bench.s4.Contest.Rates;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * S4 of the quality card: {@code CellIndex.locate} on real city polygons, one thread, beside the
 * exact combinations of JTS and beside PostGIS, in one run on one machine. Prints Markdown.
 *
 * <p>Run it with 1 GB of heap; takes about two minutes with the defaults.
 */
@Command(name = "s4", mixinStandardHelpOptions = true, sortOptions = false)
public final class CellIndexBenchmark implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "folder of the NYC files (default: shared/data/nyc above)")
  private @Nullable Path data;

  @Option(names = "--postgis", description = "JDBC URL of a PostGIS to measure beside it")
  private @Nullable String postgis;

  @Option(names = "--cells", defaultValue = "5000", description = "cells to split the tracts into")
  private int cells;

  @Option(names = "--rounds", defaultValue = "9", description = "rounds that count, taking turns")
  private int rounds;

  @Option(names = "--seconds", defaultValue = "0.5", description = "of one turn")
  private double seconds;

  private final PrintStream out = System.out;
  private final List<CellIndexFigures> figures = new ArrayList<>();

  public static void main(String[] args) {
    System.exit(new CommandLine(new CellIndexBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws SQLException {
    Path folder = data != null ? data : findData();
    if (folder == null || !Files.isDirectory(folder)) {
      System.err.println("S4 needs the NYC files: give their folder with --data");
      return 2;
    }
    List<CellShape> tracts = CityInput.tracts(folder);
    double[] requests = CityInput.requests(folder);
    measure("New York's census tracts", tracts, requests);
    measure("the same ground, split", CityInput.split(tracts, cells), requests);
    return 0;
  }

  /** After {@link #call}: what was measured, the split polygons last. */
  public List<CellIndexFigures> figures() {
    return List.copyOf(figures);
  }

  private static @Nullable Path findData() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve("shared/data/nyc"))) {
        return up.resolve("shared/data/nyc");
      }
    }
    return null;
  }

  private void measure(String name, List<CellShape> shapes, double[] requests) throws SQLException {
    long start = System.nanoTime();
    CellIndex index = CellIndex.build(shapes);
    double buildMillis = (System.nanoTime() - start) / 1e6;
    int vertices = shapes.stream().mapToInt(shape -> shape.boundary().getNumPoints()).sum();
    out.printf(
        Locale.ROOT,
        "%nS4, %s: %,d polygons, %,d vertices; CellIndex built in %.0f ms%n",
        name,
        shapes.size(),
        vertices,
        buildMillis);
    List<Entrant> entrants = new ArrayList<>();
    entrants.add(new Entrant("CellIndex", index::locate));
    entrants.add(new Entrant("JTS STRtree + indexed locator", JtsLocators.indexed(shapes)));
    entrants.add(new Entrant("JTS STRtree + prepared covers", JtsLocators.prepared(shapes)));
    entrants.add(new Entrant("JTS STRtree + ray crossing", JtsLocators.rayCrossing(shapes)));
    if (postgis == null) {
      contest(name, shapes, requests, entrants);
      return;
    }
    try (PostgisLocator database = PostgisLocator.open(postgis, shapes)) {
      entrants.add(new Entrant("PostGIS, point by point", database));
      contest(name, shapes, requests, entrants);
    }
  }

  private void contest(
      String name, List<CellShape> shapes, double[] requests, List<Entrant> entrants) {
    double[] uniform = CityInput.uniform(shapes, 1_000_000, 4);
    Contest contest = new Contest(entrants, rounds, seconds);
    List<Rates> onUniform = contest.run(uniform);
    List<Rates> onRequests = contest.run(requests);
    double[] asked = Contest.join(uniform, requests, CityInput.vertices(shapes));
    List<Agreement> agreements =
        entrants.stream().map(entrant -> agreement(entrants.getFirst(), entrant, asked)).toList();
    print(entrants, onUniform, onRequests, agreements);
    figures.add(summary(name, "uniform", shapes.size(), onUniform, agreements));
    figures.add(summary(name, "requests", shapes.size(), onRequests, agreements));
  }

  private record Agreement(long same, long asked) {}

  private static Agreement agreement(Entrant ours, Entrant other, double[] points) {
    // PostGIS would need minutes for all of them
    int step = other.locator() instanceof PostgisLocator ? 50 : 1;
    long asked = (points.length / 2 + step - 1) / step;
    return new Agreement(Contest.agreements(ours.locator(), other.locator(), points, step), asked);
  }

  private void print(
      List<Entrant> entrants,
      List<Rates> onUniform,
      List<Rates> onRequests,
      List<Agreement> agreements) {
    out.println();
    out.println(
        "| | uniform, M/s | range | × | requests, M/s | range | × | answers as CellIndex |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (int i = 0; i < entrants.size(); i++) {
      out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %,d of %,d |%n",
          entrants.get(i).name(),
          row(onUniform.get(i), onUniform.getFirst()),
          row(onRequests.get(i), onRequests.getFirst()),
          agreements.get(i).same(),
          agreements.get(i).asked());
    }
  }

  /** Entrants stand as they were entered: ours, three of JTS, perhaps PostGIS. */
  private static CellIndexFigures summary(
      String name, String points, int cells, List<Rates> rates, List<Agreement> agreements) {
    double bestJts = rates.subList(1, 4).stream().mapToDouble(Rates::median).max().orElseThrow();
    return new CellIndexFigures(
        name,
        points,
        cells,
        rates.getFirst().median(),
        bestJts,
        rates.size() > 4 ? rates.get(4).median() : 0,
        agreements.get(1).asked(),
        agreements.stream().mapToLong(agreement -> agreement.asked() - agreement.same()).sum());
  }

  private static String row(Rates rates, Rates ours) {
    return String.format(
        Locale.ROOT,
        "%.3f | %.3f–%.3f | %.1f",
        rates.median() / 1e6,
        rates.low() / 1e6,
        rates.high() / 1e6,
        ours.median() / rates.median());
  }
}
