package org.gridward.gazetteer.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.OsmPlaces;
import org.gridward.shared.Problem;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward import places}. */
@Component
@Command(
    name = "places",
    mixinStandardHelpOptions = true,
    description =
        "Imports addresses, streets and named places from an OpenStreetMap extract, for searching."
            + " Given again, it changes nothing; a newer extract takes the older one's place.")
class ImportPlacesCommand implements ConsoleCommand {

  @Parameters(paramLabel = "FILE.osm.pbf", description = "The extract, the same as for basemap.")
  Path file;

  @Option(
      names = "--source",
      defaultValue = "osm",
      paramLabel = "NAME",
      description = "What these places are kept under, so that two extracts stand side by side.")
  String source;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write every fault.")
  @Nullable Path report;

  @Option(names = "--dry-run", description = "Check everything and write nothing.")
  boolean dryRun;

  private final PlaceBatch batch;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportPlacesCommand(PlaceBatch batch, ImportConsole console) {
    this.batch = batch;
    this.console = console;
  }

  @Override
  public String path() {
    return "import places";
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    Tally tally = new Tally();
    PlaceImport running =
        new PlaceImport(batch, source, tally, console.progress(System.err, "places"), dryRun);
    Set<String> codes = new HashSet<>();
    try {
      for (FoundPlace place : OsmPlaces.read(file)) {
        if (codes.add(place.code())) {
          running.take(place);
        } else {
          tally.fault(codes.size(), "code-duplicate", place.code() + " is in the file twice");
        }
      }
    } catch (UnreadableFile e) {
      throw new Problem.Rejected(e.code(), String.valueOf(e.getMessage()), Map.of());
    }
    int gone = running.removeAllBut(codes);
    running.finish();
    System.out.printf(
        "%s%s in %.1f s: %d taken out, ",
        dryRun ? "dry run of " : "", file.getFileName(), (System.nanoTime() - started) / 1e9, gone);
    return console.finish(System.out, tally.report(), report);
  }
}
