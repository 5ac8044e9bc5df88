package org.gridward.gis.exports;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An area as a file shows it.
 *
 * @param code unique in the installation
 * @param parentCode null at the top, or where the reader may not know of it
 * @param level the code of its area type
 * @param names by language tag
 * @param cell somebody answers for it
 * @param boundary EPSG:4326, longitude first; null where it has none
 */
public record ExportedArea(
    String code,
    @Nullable String parentCode,
    String level,
    Map<String, String> names,
    boolean cell,
    @Nullable MultiPolygon boundary) {
  public ExportedArea {
    names = Map.copyOf(names);
  }
}
