package org.gridward.gis.formats;

import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.UnknownCrs;
import org.jspecify.annotations.Nullable;

/** The CRS of a file, and what to say where it is not known. */
final class FileCrs {
  private FileCrs() {}

  /** The CRS with this name; WGS 84 for null. */
  static Crs of(String file, @Nullable String name) {
    try {
      return name == null ? Crs.WGS84 : Crs.parse(name);
    } catch (UnknownCrs e) {
      throw new UnreadableFile("crs-unknown", words(file, String.valueOf(e.getMessage())), e);
    }
  }

  static UnreadableFile unknown(String file, String why) {
    return new UnreadableFile("crs-unknown", words(file, why));
  }

  private static String words(String file, String why) {
    return "the CRS of %s is not known: %s; give it with --crs EPSG:…".formatted(file, why);
  }
}
