package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridward.bench.s4.CellIndexBenchmark;
import org.gridward.bench.s4.CellIndexFigures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * S4 as one of the figures: the cell index beside JTS and, on the scratch installation, PostGIS.
 */
final class LocateBench {

  private final Installation installation;
  private final @Nullable Path city;

  LocateBench(Installation installation, @Nullable Path city) {
    this.installation = installation;
    this.city = city;
  }

  void run(Figures figures) throws IOException {
    CellIndexBenchmark benchmark = new CellIndexBenchmark();
    List<String> arguments = new ArrayList<>();
    arguments.add("--postgis=" + installation.databaseUrl());
    if (city != null) {
      arguments.add("--data=" + city);
    }
    if (new CommandLine(benchmark).execute(arguments.toArray(String[]::new)) != 0) {
      return;
    }
    for (CellIndexFigures measured : benchmark.figures()) {
      figures.add(figure(measured));
    }
  }

  private static Figures.Figure figure(CellIndexFigures m) {
    boolean reached =
        m.different() == 0
            && m.ours() >= 5e6
            && m.ours() >= 4 * m.bestJts()
            && m.ours() >= 500 * m.postgis();
    return new Figures.Figure(
        "S4",
        "CellIndex.locate, one thread, %s (%d polygons), %s points"
            .formatted(m.input(), m.cells(), m.points()),
        "%.1f million/s; %d of %d answers differ"
            .formatted(m.ours() / 1e6, m.different(), m.asked()),
        "best exact JTS %.2f million/s (%.0f ×), PostGIS %.1f thousand/s (%.0f ×)"
            .formatted(
                m.bestJts() / 1e6,
                m.ours() / m.bestJts(),
                m.postgis() / 1e3,
                m.ours() / m.postgis()),
        "≥ 5 million/s, ≥ 4 × JTS, ≥ 500 × PostGIS, answers identical",
        reached);
  }
}
