package org.gridward.gis.crs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where GeoTools unpacks its EPSG database. Left alone it takes a fixed name under the folder for
 * temporary files, which on a shared machine may be another user's.
 */
final class EpsgFolder {
  private static final String PROPERTY = "EPSG-HSQL.directory";

  private EpsgFolder() {}

  /** Sets GeoTools' property once, unless it is set already. */
  static synchronized void choose() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, folder().toString());
    }
  }

  private static Path folder() {
    Path lasting = Path.of(System.getProperty("user.home", "."), ".cache", "gridward", "epsg");
    try {
      Files.createDirectories(lasting);
      if (Files.isWritable(lasting)) {
        return lasting;
      }
    } catch (IOException e) {
      // a service user without a home: a folder for this run does as well
    }
    try {
      return Files.createTempDirectory("gridward-epsg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
