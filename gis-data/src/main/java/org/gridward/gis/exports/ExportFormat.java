package org.gridward.gis.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridward.gis.crs.OutputCrs;

/** The formats that areas go out in. In WGS 84 all keep every coordinate to the last bit. */
public enum ExportFormat {
  /** RFC 7946. */
  GEOJSON("application/geo+json", "geojson", "json"),
  /** OGC GeoPackage 1.3, one layer "areas". */
  GEOPACKAGE("application/geopackage+sqlite3", "gpkg"),
  /** RFC 4180, UTF-8, the boundary as WKT in the last column. */
  CSV("text/csv;charset=UTF-8", "csv"),
  /** OGC KML 2.2, attributes as ExtendedData. */
  KML("application/vnd.google-earth.kml+xml", "kml");

  private final String mediaType;
  private final List<String> extensions;

  ExportFormat(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  /** By an extension or a file's name, in capitals or not. */
  public static Optional<ExportFormat> find(String nameOrExtension) {
    String name = nameOrExtension.toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(format -> format.extensions.contains(extension))
        .findFirst();
  }

  /** The extension without its dot. */
  public String extension() {
    return extensions.getFirst();
  }

  /** As HTTP names it. */
  public String mediaType() {
    return mediaType;
  }

  /** GeoJSON and KML are in WGS 84 by their standards. */
  public boolean takesAnyCrs() {
    return this == GEOPACKAGE || this == CSV;
  }

  /**
   * Begins a file.
   *
   * @param out is written to, never closed; a GeoPackage goes there when it is finished
   * @param languages tags that names may have; each gets a column {@code name_…}
   * @param now stands in a GeoPackage as the time of its last change
   * @param crs of the boundaries in the file; only where {@link #takesAnyCrs} another than WGS 84
   */
  public AreaWriter begin(
      OutputStream out, Collection<String> languages, Instant now, OutputCrs crs)
      throws IOException {
    if (!crs.isWgs84() && !takesAnyCrs()) {
      throw new IllegalArgumentException(this + " is in WGS 84 by its standard");
    }
    AreaColumns columns = new AreaColumns(languages);
    return switch (this) {
      case GEOJSON -> new GeoJsonAreas(out, columns);
      case GEOPACKAGE -> new GeoPackageAreas(out, columns, now, crs);
      case CSV -> new CsvAreas(out, columns, crs);
      case KML -> new KmlAreas(out, columns);
    };
  }
}
