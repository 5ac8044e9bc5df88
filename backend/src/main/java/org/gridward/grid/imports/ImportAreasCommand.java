package org.gridward.grid.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.imports.AreaImporter.Outcome;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward import areas}. */
@Component
@Command(
    name = "areas",
    mixinStandardHelpOptions = true,
    description =
        "Imports one level of the area tree from GeoJSON, TopoJSON, a GeoPackage, a Shapefile, KML,"
            + " KMZ or CSV. Given again, an import that was stopped goes on; one that was finished"
            + " changes nothing.")
class ImportAreasCommand implements ConsoleCommand {

  @Parameters(
      paramLabel = "FILE",
      description =
          "GeoJSON, TopoJSON, GeoPackage, Shapefile (.zip or .shp), KML, KMZ, or CSV with a column"
              + " wkt. The content decides which.")
  Path file;

  @Option(
      names = "--level",
      required = true,
      paramLabel = "CODE[:English[:中文]]",
      description = "The level of the areas, with its names: tract:'Census tract':普查区.")
  String level;

  @Option(
      names = "--code",
      required = true,
      paramLabel = "COL",
      description = "The attribute with the area's code, unique in the installation.")
  String code;

  @Option(
      names = "--parent",
      paramLabel = "COL|CODE",
      description =
          "The attribute with the code of the area above, or that code itself when all have the"
              + " same. Leave it out for the top level.")
  @Nullable String parent;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "COL",
      description = "The attribute with the name.")
  String name;

  @Option(
      names = "--name-zh",
      paramLabel = "COL",
      description = "The attribute with the Chinese name.")
  @Nullable String nameZh;

  @Option(names = "--cell", description = "These are the cells, for which somebody answers.")
  boolean cell;

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
      description = "The encoding of text in a Shapefile or CSV file, such as GB18030.")
  @Nullable Charset encoding;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description =
          "The layer of a GeoPackage, or the object of a TopoJSON file, if it has several.")
  @Nullable String layer;

  @Option(
      names = "--effective",
      paramLabel = "DATE",
      description =
          "When these boundaries begin: 2026-08-01 (midnight UTC) or 2026-08-01T00:00+08:00; now"
              + " when left out.")
  @Nullable String effective;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Where to write every fault and repair.")
  @Nullable Path report;

  @Option(names = "--dry-run", description = "Check everything and write nothing.")
  boolean dryRun;

  private final AreaImporter importer;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportAreasCommand(AreaImporter importer, ImportConsole console) {
    this.importer = importer;
    this.console = console;
  }

  @Override
  public String path() {
    return "import areas";
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    try {
      Outcome outcome = importer.run(options(), console.progress(System.err, "areas"));
      if (outcome.resumedAfter() > 0) {
        System.out.println("went on after feature " + outcome.resumedAfter());
      }
      System.out.printf(
          "%s%s in %.1f s: ",
          dryRun ? "dry run of " : "", file.getFileName(), (System.nanoTime() - started) / 1e9);
      return console.finish(System.out, outcome.report(), report);
    } catch (UnreadableFile e) {
      throw new ImportRefused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private AreaImportOptions options() {
    return new AreaImportOptions(
        file,
        LevelName.parse(level),
        code,
        parent,
        name,
        nameZh,
        cell,
        crs,
        encoding,
        layer,
        effective == null ? null : instant(effective),
        dryRun);
  }

  private static Instant instant(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new ImportRefused(
          "effective-malformed",
          "--effective (%s) must be a date such as 2026-08-01, or a time with its offset such as"
                  .formatted(text)
              + " 2026-08-01T00:00+08:00");
    }
  }
}
