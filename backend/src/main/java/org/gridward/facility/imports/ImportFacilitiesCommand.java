package org.gridward.facility.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward import facilities}. */
@Component
@Command(
    name = "facilities",
    mixinStandardHelpOptions = true,
    description =
        "Imports service places from CSV, GeoJSON, GeoPackage, KML, a Shapefile or an"
            + " OpenStreetMap extract. Given again, it changes nothing, or goes on where it was"
            + " stopped.")
class ImportFacilitiesCommand implements ConsoleCommand {

  @Parameters(
      paramLabel = "FILE",
      description = "CSV with WKT or lon/lat, a file of features, or .osm.pbf (by --rules).")
  Path file;

  @ArgGroup @Nullable KindChoice kind;

  /** Which kind the facilities are. */
  static class KindChoice {
    @Option(names = "--kind", paramLabel = "CODE", description = "The kind of all of them.")
    @Nullable String all;

    @Option(names = "--kind-column", paramLabel = "COL", description = "The column of the kind.")
    @Nullable String column;
  }

  @Option(
      names = "--kind-map",
      split = ",",
      paramLabel = "VALUE=CODE",
      description = "What the file's kinds are called here.")
  Map<String, String> kindMap = new LinkedHashMap<>();

  @Option(
      names = "--columns",
      paramLabel = "code=COL,name=COL,…",
      description =
          "Which column holds what: code and name; wkt, or lon and lat; name_zh, address, hours,"
              + " capacity, phone, website, services. COL+COL joins columns.")
  @Nullable String columns;

  @Option(
      names = "--rules",
      paramLabel = "FILE.csv",
      description =
          "Of .osm.pbf: which tags make which kind, as rows tags,kind (amenity=school,school); the"
              + " first that fits counts. Without it, the rules of the kinds themselves.")
  @Nullable Path rules;

  @Option(
      names = "--code-prefix",
      paramLabel = "TEXT",
      description =
          "Stands before every code, so that two files do not meet; 'osm:' for .osm.pbf, else"
              + " nothing.")
  @Nullable String codePrefix;

  @Option(
      names = "--empty",
      paramLabel = "TEXT",
      description = "A value that means nothing in this file, such as 'NO DATA'.")
  @Nullable String empty;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n|gcj02|bd09",
      description =
          "The coordinate reference system of the file's places, when the file does not say it or"
              + " is wrong; gcj02 and bd09 are the shifted coordinates of Chinese map services.")
  @Nullable String crs;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description =
          "Which layer of a GeoPackage or object of a TopoJSON file, where it has several.")
  @Nullable String layer;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of CSV or Shapefile text, such as GB18030.")
  @Nullable Charset encoding;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write every fault.")
  @Nullable Path report;

  @Option(names = "--dry-run", description = "Check everything and write nothing.")
  boolean dryRun;

  private final FacilityImport importer;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportFacilitiesCommand(FacilityImport importer, ImportConsole console) {
    this.importer = importer;
    this.console = console;
  }

  @Override
  public String path() {
    return "import facilities";
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    Progress progress = console.progress(System.err, "facilities");
    ImportReport done =
        OsmFacilities.isOsm(file) ? runOsm(progress) : importer.run(options(), progress);
    System.out.printf(
        "%s%s in %.1f s: ",
        dryRun ? "dry run of " : "", file.getFileName(), (System.nanoTime() - started) / 1e9);
    return console.finish(System.out, done, report);
  }

  private ImportReport runOsm(Progress progress) {
    if (kind != null || columns != null || !kindMap.isEmpty() || crs != null || layer != null) {
      throw FacilityColumns.refused(
          "tags say what an OpenStreetMap file holds: leave --kind, --kind-column, --kind-map,"
              + " --columns, --crs and --layer out; --rules FILE.csv says which tags make which"
              + " kind");
    }
    String prefix = codePrefix == null ? "osm:" : codePrefix;
    return importer.runOsm(file, rules, prefix, dryRun, progress);
  }

  private FacilityImport.Options options() {
    if (kind == null || columns == null || rules != null) {
      throw FacilityColumns.refused(
          "--columns and one of --kind and --kind-column must say what the file holds (--rules is"
              + " for .osm.pbf)");
    }
    String named = kind.column == null ? columns : columns + ",kind=" + kind.column;
    return new FacilityImport.Options(
        file,
        new ReadOptions(crs, encoding, layer),
        FacilityColumns.parse(named, empty),
        kind.all,
        kindMap,
        codePrefix == null ? "" : codePrefix,
        dryRun);
  }
}
