package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.geotools.process.vector.HeatmapSurface;
import org.gridward.bench.s4.CityInput;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.heat.HeatEngine;
import org.gridward.gis.heat.HeatGrid;
import org.gridward.gis.heat.IncidentColumns;
import org.gridward.gis.heat.IncidentFilter;
import org.gridward.gis.heat.IncidentRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * S5: a density surface of 512 × 512 over ten million incidents, filtered at random, beside the
 * unfiltered {@code HeatmapSurface} of GeoTools on the same places. The places are those of a real
 * city's requests, drawn again and again and moved by some 30 m. Takes turns, so that what else the
 * machine does meets both.
 */
final class HeatBench {

  private static final int INCIDENTS = 10_000_000;
  private static final int BATCH = 10_000;
  private static final int YEAR = 365 * 24 * 3600;
  private static final int CATEGORIES = 40;
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 200;
  private static final int PEER_EVERY = 10;
  private static final double TARGET_MILLIS = 40;
  private static final HeatGrid CITY = new HeatGrid(-74.26, 40.49, -73.69, 40.92, 512, 512);

  private final @Nullable Path city;
  private final IncidentColumns columns = new IncidentColumns();
  private final double[] lons = new double[INCIDENTS];
  private final double[] lats = new double[INCIDENTS];
  private final Random random = new Random(5);
  private int areas;

  HeatBench(@Nullable Path city) {
    this.city = city;
  }

  void run(Figures figures) throws IOException {
    if (city == null) {
      System.err.println("S5 needs a real city's requests: give their folder with --city");
      return;
    }
    fill(city);
    int threads = Runtime.getRuntime().availableProcessors();
    List<Double> plain = new ArrayList<>();
    List<Double> filtered = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    try (HeatEngine engine = new HeatEngine(threads)) {
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        boolean counts = round >= 0;
        double one = millis(() -> engine.surface(columns, everything(), CITY, 500).inside());
        Question question = question();
        double other =
            millis(
                () ->
                    engine
                        .surface(columns, question.filter, question.grid, question.bandwidth)
                        .inside());
        if (counts) {
          plain.add(one);
          filtered.add(other);
        }
        if (round % PEER_EVERY == 0) {
          double theirs = millis(this::geoTools);
          if (counts) {
            peer.add(theirs);
          }
        }
      }
    }
    report(figures, "unfiltered", plain, peer);
    report(figures, "filtered by time, category and area at random", filtered, peer);
  }

  private void fill(Path folder) {
    double[] requests = CityInput.requests(folder);
    var tracts = CityInput.tracts(folder);
    CellIndex index = CellIndex.build(tracts);
    areas = tracts.stream().mapToInt(cell -> (int) cell.id()).max().orElse(0) + 1;
    List<IncidentRow> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < INCIDENTS; i++) {
      int from = 2 * random.nextInt(requests.length / 2);
      lons[i] = requests[from] + 0.0003 * random.nextGaussian();
      lats[i] = requests[from + 1] + 0.00025 * random.nextGaussian();
      batch.add(row(i, (int) Math.max(0, index.locate(lons[i], lats[i]))));
      if (batch.size() == BATCH) {
        columns.putAll(batch);
        batch.clear();
      }
    }
    columns.putAll(batch);
  }

  private IncidentRow row(int i, int area) {
    int time = (int) ((long) i * YEAR / INCIDENTS);
    int category = (int) (CATEGORIES * Math.pow(random.nextDouble(), 2)); // a few are most of all
    int none = IncidentRow.NONE;
    return new IncidentRow(i, 0, 0, time, category, area, none, none, none, none)
        .at(lons[i], lats[i]);
  }

  private static IncidentFilter everything() {
    return new IncidentFilter(0, Integer.MAX_VALUE, _ -> true, _ -> true);
  }

  private record Question(IncidentFilter filter, HeatGrid grid, double bandwidth) {}

  /**
   * A day to the whole year, a tenth to all of the categories, a part to all of the areas; the city
   * or a quarter of it; 300 m to 1.5 km.
   */
  private Question question() {
    int length = (int) (24 * 3600 * Math.pow(365, random.nextDouble()));
    int from = random.nextInt(Math.max(1, YEAR - length));
    long categories = random.nextInt(3) == 0 ? -1 : random.nextLong();
    int first = random.nextInt(2) == 0 ? 0 : random.nextInt(areas / 2);
    int last = first == 0 ? areas : first + areas / 4;
    IncidentFilter filter =
        new IncidentFilter(
            from,
            from + length,
            code -> (categories >> code & 1) == 1,
            code -> code >= first && code < last);
    double bandwidth = 300 + random.nextInt(1200);
    return new Question(filter, random.nextBoolean() ? CITY : quarter(), bandwidth);
  }

  private HeatGrid quarter() {
    double wide = CITY.east() - CITY.west();
    double high = CITY.north() - CITY.south();
    double west = CITY.west() + random.nextDouble() * wide / 2;
    double south = CITY.south() + random.nextDouble() * high / 2;
    return new HeatGrid(west, south, west + wide / 2, south + high / 2, 512, 512);
  }

  /** A kernel as wide as 500 m of the city's pixels: radius 20. */
  private long geoTools() {
    Envelope box = new Envelope(CITY.west(), CITY.east(), CITY.south(), CITY.north());
    HeatmapSurface surface = new HeatmapSurface(20, box, 512, 512);
    for (int i = 0; i < INCIDENTS; i++) {
      if (box.contains(lons[i], lats[i])) {
        surface.addPoint(lons[i], lats[i], 1);
      }
    }
    return surface.computeSurface().length;
  }

  private interface Work {
    long run();
  }

  private static long sink;

  private static double millis(Work work) {
    long start = System.nanoTime();
    sink += work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void report(Figures figures, String what, List<Double> ours, List<Double> theirs)
      throws IOException {
    double p95 = quantile(ours, 0.95);
    figures.add(
        new Figures.Figure(
            "S5",
            "density surface 512×512 over 10 million incidents, " + what,
            text("p50 %.1f ms, p95 %.1f ms, most %.1f ms", ours),
            text("GeoTools HeatmapSurface, unfiltered: p50 %.0f ms, p95 %.0f ms", theirs),
            "≤ 40 ms",
            p95 <= TARGET_MILLIS));
  }

  private static String text(String format, List<Double> values) {
    return String.format(
        Locale.ROOT, format, quantile(values, 0.5), quantile(values, 0.95), quantile(values, 1));
  }

  private static double quantile(List<Double> values, double part) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
  }
}
