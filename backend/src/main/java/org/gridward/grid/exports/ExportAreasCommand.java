package org.gridward.grid.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.gridward.gis.exports.ExportFormat;
import org.gridward.grid.AreaExport;
import org.gridward.grid.AreaExport.Form;
import org.gridward.grid.AreaExport.Selection;
import org.gridward.shared.AreaPath;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward export areas}. */
@Component
@Command(
    name = "areas",
    mixinStandardHelpOptions = true,
    description =
        "Writes the areas with their current boundaries to a file that 'import areas' reads back as"
            + " they are: code, parent, level, name_en, name_zh and other languages, cell.")
class ExportAreasCommand implements ConsoleCommand {

  @Parameters(
      paramLabel = "FILE",
      description =
          "Its ending names the format: .geojson, .gpkg (GeoPackage), .csv (boundary as WKT) or"
              + " .kml. What was there is replaced when the new file is whole.")
  Path file;

  @Option(
      names = "--level",
      paramLabel = "CODE",
      description = "Only the areas of this level; all levels when left out.")
  @Nullable String level;

  @Option(
      names = "--format",
      paramLabel = "geojson|gpkg|csv|kml",
      description = "The format, when the file's ending is another.")
  @Nullable String format;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n",
      description =
          "The coordinate system of a GeoPackage or CSV file, easting or longitude first; EPSG:4326"
              + " when left out. GeoJSON and KML are always in that.")
  @Nullable String crs;

  private final AreaExport export;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ExportAreasCommand(AreaExport export) {
    this.export = export;
  }

  @Override
  public String path() {
    return "export areas";
  }

  @Override
  public Integer call() throws IOException {
    Form form = Form.of(format(), crs);
    Selection selection = export.select(List.of(AreaPath.ROOT), level);
    Path making = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(making))) {
        export.write(selection, form, out);
      }
      Files.move(making, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(making);
    }
    System.out.printf("Wrote %d areas to %s.%n", selection.areas().size(), file);
    return 0;
  }

  private ExportFormat format() {
    String named = format != null ? format : file.getFileName().toString();
    return ExportFormat.find(named)
        .orElseThrow(
            () ->
                new ExportRefused(
                    "format-unknown",
                    "%s names no format: end the file in .geojson, .gpkg, .csv or .kml, or say"
                            .formatted(named)
                        + " --format"));
  }
}
