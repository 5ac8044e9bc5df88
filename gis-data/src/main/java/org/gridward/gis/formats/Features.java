package org.gridward.gis.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens files of features. */
public final class Features {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] SHAPES = {0, 0, 0x27, 0x0a};

  private Features() {}

  /**
   * Opens GeoJSON or a Shapefile (zipped, or a {@code .shp} with its companions beside it). The
   * content decides which, not the name.
   *
   * @throws UnreadableFile where it is neither, is damaged, or its CRS is unknown
   */
  public static FeatureSource open(Path file, ReadOptions options) {
    byte[] start = start(file);
    if (startsWith(start, ZIP)) {
      return ShapefileSource.open(ShapefileParts.ofZip(file), options);
    }
    if (startsWith(start, SHAPES)) {
      return ShapefileSource.open(ShapefileParts.ofFolder(file), options);
    }
    return GeoJsonSource.open(file, options);
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static boolean startsWith(byte[] start, byte[] magic) {
    return Arrays.equals(start, magic);
  }
}
