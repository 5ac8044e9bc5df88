package org.gridward.gis.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The many ways to write {@code EPSG:2263}. */
final class CrsCode {
  private static final Pattern EPSG =
      Pattern.compile(
          "(?:EPSG:|URN:(?:X-)?OGC:DEF:CRS:EPSG:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[0-9.]+/)"
              + "([0-9]{1,9})");
  private static final Pattern CRS84 =
      Pattern.compile(
          "(?:OGC:|CRS:|URN:(?:X-)?OGC:DEF:CRS:OGC:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/[0-9.]+/)"
              + "(?:CRS)?84");

  private CrsCode() {}

  /** {@code EPSG:n}; CRS84 is {@code EPSG:4326}, both being longitude first here. */
  static Optional<String> find(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Matcher epsg = EPSG.matcher(upper);
    if (epsg.matches()) {
      return Optional.of("EPSG:" + Integer.parseInt(epsg.group(1)));
    }
    return CRS84.matcher(upper).matches() ? Optional.of("EPSG:4326") : Optional.empty();
  }
}
