package org.gridward.gis.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;

/** Which format a file has: by its first bytes, by its name only where those do not tell. */
enum FileKind {
  GEOJSON,
  TOPOJSON,
  SHAPEFILE,
  ZIPPED_SHAPEFILE,
  GEOPACKAGE,
  KML,
  KMZ,
  CSV;

  private static final int START_BYTES = 4096;

  static FileKind of(Path file) {
    String start = start(file);
    if (start.isEmpty()) {
      throw new UnreadableFile("file-empty", "%s is empty".formatted(file.getFileName()));
    }
    if (start.startsWith("PK\3\4")) {
      return zipped(file);
    }
    if (start.startsWith("\0\0\47\12")) {
      return SHAPEFILE;
    }
    if (start.startsWith("SQLite format 3\0")) {
      return GEOPACKAGE;
    }
    return text(file, start.replaceFirst("^\u00EF\u00BB\u00BF", "").strip());
  }

  /** The file has layers of which one may be chosen by name. */
  boolean hasLayers() {
    return this == GEOPACKAGE || this == TOPOJSON;
  }

  private static FileKind text(Path file, String start) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (start.startsWith("{")) {
      return JsonTokens.isTopology(file) ? TOPOJSON : GEOJSON;
    }
    if (start.startsWith("<") || name.endsWith(".kml")) {
      return KML;
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
      return CSV;
    }
    boolean table = start.lines().findFirst().orElse("").matches(".*[,;\t].*");
    boolean json = start.startsWith("[") || name.endsWith("json");
    return table && !json && start.indexOf('\0') < 0 ? CSV : GEOJSON;
  }

  private static FileKind zipped(Path file) {
    try (ZipFile zip = Zips.open(file)) {
      boolean shapes = false;
      boolean kml = false;
      for (var entry : Zips.entries(zip)) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        shapes |= name.endsWith(".shp");
        kml |= name.endsWith(".kml");
      }
      return kml && !shapes ? KMZ : ZIPPED_SHAPEFILE;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(START_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UnreadableFile unreadable(Path file, IOException e) {
    return new UnreadableFile(
        "file-unreadable", "%s cannot be opened: %s".formatted(file, e.getMessage()), e);
  }
}
