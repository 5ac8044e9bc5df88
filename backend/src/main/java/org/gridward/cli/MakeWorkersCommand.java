package org.gridward.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gridward.gis.demo.NeighbourhoodWorkers;
import org.gridward.gis.demo.WorkerCsv;
import org.gridward.gis.demo.WorkerRow;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.shared.AreaPath;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make workers}: made-up workers for the cells that have been imported. */
@Component
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Writes a file of MADE-UP workers for the imported cells, to try a city out: some posts for"
            + " each area of a level, which share its cells. 'import workers' takes the file.")
class MakeWorkersCommand implements ConsoleCommand {

  @Option(
      names = "--level",
      required = true,
      paramLabel = "CODE",
      description = "The level whose areas get posts: neighbourhood, community.")
  String level;

  @Option(
      names = "--per",
      defaultValue = "3",
      paramLabel = "N",
      description = "Posts for each. Default: 3.")
  int per;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv")
  Path out;

  private final Areas areas;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  MakeWorkersCommand(Areas areas) {
    this.areas = areas;
  }

  @Override
  public String path() {
    return "make workers";
  }

  @Override
  public Integer call() throws IOException {
    List<WorkerRow> workers = NeighbourhoodWorkers.of(cells(), per);
    if (workers.isEmpty()) {
      throw new Refusal(
          "There is no cell below an area of the level '%s': import the areas first."
              .formatted(level));
    }
    WorkerCsv.write(workers, out);
    System.out.printf("Wrote %d made-up workers to %s.%n", workers.size(), out);
    return Program.DONE;
  }

  private List<NeighbourhoodWorkers.CellOf> cells() {
    return areas.listCells(AreaPath.ROOT).stream()
        .flatMap(
            cell ->
                areas.listPath(cell.path()).stream()
                    .filter(area -> area.type().equals(level))
                    .map((Area area) -> new NeighbourhoodWorkers.CellOf(cell.code(), area.code())))
        .toList();
  }
}
