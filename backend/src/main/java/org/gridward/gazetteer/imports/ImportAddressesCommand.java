package org.gridward.gazetteer.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureFault;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.shared.Problem;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward import addresses}. */
@Component
@Command(
    name = "addresses",
    mixinStandardHelpOptions = true,
    description =
        "Imports addresses for searching from CSV (with lon and lat, or wkt), GeoJSON, GeoPackage,"
            + " KML or a Shapefile. Given again, it changes nothing, or goes on where it was"
            + " stopped.")
class ImportAddressesCommand implements ConsoleCommand {

  @Parameters(paramLabel = "FILE", description = "CSV with lon and lat or wkt, or features.")
  Path file;

  @Option(
      names = "--columns",
      required = true,
      paramLabel = "number=COL,street=COL,…",
      description =
          "Which column holds what: number and street; street_zh, the street's Chinese name; code,"
              + " by which a row is known again (number and street where it is left out). COL+COL"
              + " joins columns.")
  String columns;

  @Option(
      names = "--source",
      defaultValue = "csv",
      paramLabel = "NAME",
      description = "What these addresses are kept under, so that two files do not meet.")
  String source;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n|gcj02|bd09",
      description =
          "The coordinate reference system, when the file does not say it or is wrong; gcj02 and"
              + " bd09 are the shifted coordinates of Chinese map services.")
  @Nullable String crs;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of text in a CSV file or Shapefile, such as GB18030.")
  @Nullable Charset encoding;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write every fault.")
  @Nullable Path report;

  @Option(names = "--dry-run", description = "Check everything and write nothing.")
  boolean dryRun;

  private final PlaceBatch batch;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportAddressesCommand(PlaceBatch batch, ImportConsole console) {
    this.batch = batch;
    this.console = console;
  }

  @Override
  public String path() {
    return "import addresses";
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    Tally tally = new Tally();
    try (FeatureSource rows = Features.open(file, new ReadOptions(crs, encoding))) {
      walk(rows, AddressColumns.parse(columns), tally);
    } catch (UnreadableFile e) {
      throw new Problem.Rejected(e.code(), String.valueOf(e.getMessage()), Map.of());
    }
    System.out.printf(
        "%s%s in %.1f s: ",
        dryRun ? "dry run of " : "", file.getFileName(), (System.nanoTime() - started) / 1e9);
    return console.finish(System.out, tally.report(), report);
  }

  private void walk(FeatureSource rows, AddressColumns wanted, Tally tally) {
    PlaceImport running =
        new PlaceImport(batch, source, tally, console.progress(System.err, "addresses"), dryRun);
    AddressReader reader = new AddressReader(wanted, rows.crs(), tally);
    boolean checked = false;
    while (rows.hasNext()) {
      switch (rows.next()) {
        case FeatureFault fault -> tally.fault(fault.number(), fault.code(), fault.message());
        case Feature row -> {
          if (!checked) {
            wanted.check(row.attributes().keySet());
            checked = true;
          }
          reader.read(row).ifPresent(running::take);
        }
      }
    }
    running.finish();
  }
}
