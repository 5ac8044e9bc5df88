package org.gridward.gis.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Where the KML text of a .kml or .kmz comes from; it can be opened more than once. */
final class KmlFile implements AutoCloseable {
  private final Path file;
  private final @Nullable ZipFile zip;
  private final @Nullable ZipEntry document;

  private KmlFile(Path file, @Nullable ZipFile zip, @Nullable ZipEntry document) {
    this.file = file;
    this.zip = zip;
    this.document = document;
  }

  static KmlFile plain(Path file) {
    return new KmlFile(file, null, null);
  }

  /** The first .kml in the zip is the document; doc.kml where there is one. */
  static KmlFile zipped(Path file) {
    ZipFile zip = Zips.open(file);
    ZipEntry found = null;
    for (ZipEntry entry : Zips.entries(zip)) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.equals("doc.kml") || (found == null && name.endsWith(".kml"))) {
        found = entry;
      }
    }
    return new KmlFile(file, zip, found);
  }

  String name() {
    return file.getFileName().toString();
  }

  InputStream open() throws IOException {
    InputStream in =
        zip != null && document != null ? Zips.open(zip, document) : Files.newInputStream(file);
    return new BufferedInputStream(in, 1 << 16);
  }

  @Override
  public void close() {
    Zips.close(zip);
  }
}
