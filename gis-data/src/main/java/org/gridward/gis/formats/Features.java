package org.gridward.gis.formats;

import java.nio.file.Path;

/** Opens files of features. */
public final class Features {
  private Features() {}

  /**
   * Opens GeoJSON, TopoJSON, a GeoPackage, KML, KMZ, CSV (a column with WKT, or longitude and
   * latitude) or a Shapefile (zipped, or a {@code .shp} with its companions beside it). The content
   * decides which; the name only where the content does not tell.
   *
   * @throws UnreadableFile where it is none of them, is damaged, its CRS is unknown, or it has
   *     several layers and {@code options} name none
   */
  public static FeatureSource open(Path file, ReadOptions options) {
    FileKind kind = FileKind.of(file);
    if (options.layer() != null && !kind.hasLayers()) {
      throw new UnreadableFile(
          "layer-unknown", "%s has no layers; leave --layer out".formatted(file.getFileName()));
    }
    return switch (kind) {
      case GEOJSON -> GeoJsonSource.open(file, options);
      case TOPOJSON -> TopoJsonSource.open(file, options);
      case SHAPEFILE -> ShapefileSource.open(ShapefileParts.ofFolder(file), options);
      case ZIPPED_SHAPEFILE -> ShapefileSource.open(ShapefileParts.ofZip(file), options);
      case GEOPACKAGE -> GeoPackageSource.open(file, options);
      case KML -> KmlSource.open(KmlFile.plain(file), options);
      case KMZ -> KmlSource.open(KmlFile.zipped(file), options);
      case CSV -> CsvSource.open(file, options);
    };
  }
}
