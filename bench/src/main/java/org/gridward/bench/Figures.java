package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run has measured: printed as a table and appended as raw lines (tab separated) to a file.
 */
final class Figures {

  /**
   * One line of the table.
   *
   * @param id the figure's id in quality terms, such as S1
   * @param measure what was measured, with its unit
   * @param value the figure
   * @param beside the peer or limit measured in the same run, with its figure
   * @param target what we mean to reach
   * @param reached whether this run reached it
   */
  record Figure(
      String id, String measure, String value, String beside, String target, boolean reached) {}

  private final List<Figure> figures = new ArrayList<>();
  private final Path raw;
  private final Clock clock;

  Figures(Path raw, Clock clock) {
    this.raw = raw;
    this.clock = clock;
  }

  void add(Figure figure) throws IOException {
    figures.add(figure);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String line =
        String.join(
            "\t",
            now.toString(),
            figure.id,
            figure.measure,
            figure.value,
            figure.beside,
            figure.target,
            figure.reached ? "reached" : "not reached");
    Files.writeString(raw, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The table in Markdown, as docs/benchmarks.md keeps it. */
  String table() {
    StringBuilder text =
        new StringBuilder(
            "| id | measured | value | beside it | target | |\n|---|---|---|---|---|---|\n");
    for (Figure f : figures) {
      text.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  f.id,
                  f.measure,
                  f.value,
                  f.beside,
                  f.target,
                  f.reached ? "reached" : "**not reached**"));
    }
    return text.toString();
  }
}
