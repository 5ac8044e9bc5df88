package org.gridward.grid.dwellings;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureFault;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.Areas;
import org.gridward.shared.Problem;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward import households}. */
@Component
@Command(
    name = "households",
    mixinStandardHelpOptions = true,
    description =
        "Imports how many households and people live where: rows with lon and lat (or wkt), or with"
            + " the code of a cell. What the file no longer names is taken out; given again, it"
            + " changes nothing.")
class ImportHouseholdsCommand implements ConsoleCommand {

  @Parameters(paramLabel = "FILE", description = "CSV, or features of any format areas come in.")
  Path file;

  @Option(
      names = "--columns",
      paramLabel = "households=COL,people=COL,cell=COL",
      description =
          "Which column holds what, where it has another name; cell is the code of the cell that a"
              + " row without a point counts for.")
  @Nullable String columns;

  @Option(
      names = "--source",
      defaultValue = "register",
      paramLabel = "NAME",
      description = "What these are kept under; files of two sources add up.")
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

  private final DwellingTable table;
  private final Areas areas;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportHouseholdsCommand(DwellingTable table, Areas areas, ImportConsole console) {
    this.table = table;
    this.areas = areas;
    this.console = console;
  }

  @Override
  public String path() {
    return "import households";
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    Tally tally = new Tally();
    Map<String, Home> homes;
    ReadOptions options = new ReadOptions(crs, encoding).orWithoutPlace();
    try (FeatureSource rows = Features.open(file, options)) {
      homes = read(rows, HouseholdColumns.parse(columns), tally);
    } catch (UnreadableFile e) {
      throw new Problem.Rejected(e.code(), String.valueOf(e.getMessage()), Map.of());
    }
    int gone =
        new HouseholdImport(table, source, tally, console.progress(System.err, "places"))
            .run(homes, dryRun);
    System.out.printf(
        "%s%s in %.1f s, %d taken out: ",
        dryRun ? "dry run of " : "", file.getFileName(), (System.nanoTime() - started) / 1e9, gone);
    return console.finish(System.out, tally.report(), report);
  }

  private Map<String, Home> read(FeatureSource rows, HouseholdColumns wanted, Tally tally) {
    HouseholdReader reader = null;
    while (rows.hasNext()) {
      switch (rows.next()) {
        case FeatureFault fault -> tally.fault(fault.number(), fault.code(), fault.message());
        case Feature row -> {
          if (reader == null) {
            HouseholdColumns columns = wanted.of(row.attributes().keySet());
            reader = new HouseholdReader(columns, areas, table::findGround, tally);
          }
          reader.read(row, rows.crs());
        }
      }
    }
    return reader == null ? Map.of() : reader.homes();
  }
}
