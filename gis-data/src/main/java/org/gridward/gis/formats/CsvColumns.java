package org.gridward.gis.formats;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Which columns of a CSV file hold the geometry, by their names in the header. */
final class CsvColumns {
  private static final Set<String> WKT =
      Set.of(
          "wkt", "geom", "geometry", "the_geom", "wkt_geom", "geom_wkt", "geometry_wkt", "shape");
  private static final Set<String> EAST =
      Set.of("lon", "lng", "long", "longitude", "x", "easting", "经度");
  private static final Set<String> NORTH = Set.of("lat", "latitude", "y", "northing", "纬度");

  private final List<String> names;
  private final int wkt;
  private final int east;
  private final int north;

  /**
   * @param placeless whether there may be none
   */
  CsvColumns(String file, List<String> header, boolean placeless) {
    this.names = names(header);
    this.wkt = find(WKT);
    this.east = find(EAST);
    this.north = find(NORTH);
    if (!placeless && wkt < 0 && (east < 0 || north < 0)) {
      throw new UnreadableFile(
          "file-incomplete",
          "%s has no column with geometry: name one wkt, or two lon and lat; it has %s"
              .formatted(file, String.join(", ", names.subList(0, Math.min(50, names.size())))));
    }
  }

  /**
   * Each name once: a second "name" is "name_2" or the next that is free, an empty one "column_3".
   */
  private static List<String> names(List<String> header) {
    Set<String> taken = new HashSet<>();
    header.forEach(field -> taken.add(field.strip()));
    Set<String> names = new LinkedHashSet<>();
    for (String field : header) {
      String name = field.isBlank() ? "column_" + (names.size() + 1) : field.strip();
      String free = name;
      for (int times = 2; names.contains(free) || (times > 2 && taken.contains(free)); times++) {
        free = name + "_" + times;
      }
      names.add(free);
    }
    return List.copyOf(names);
  }

  private int find(Set<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  int count() {
    return names.size();
  }

  /** Everything but the geometry's own columns; empty fields are null. */
  Map<String, @Nullable Object> attributes(List<String> row) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (i != wkt) {
        attributes.put(names.get(i), row.get(i).isEmpty() ? null : row.get(i));
      }
    }
    return attributes;
  }

  /** Null where the fields are empty. */
  @Nullable Geometry geometry(List<String> row) throws UnreadableGeometry {
    if (wkt >= 0) {
      return row.get(wkt).isBlank() ? null : StandardGeometry.ofWkt(row.get(wkt));
    }
    if (east < 0 || north < 0) {
      return null;
    }
    String x = row.get(east).strip();
    String y = row.get(north).strip();
    return x.isEmpty() && y.isEmpty()
        ? null
        : Rings.GEOMETRIES.createPoint(new Coordinate(number(east, x), number(north, y)));
  }

  private double number(int column, String text) throws UnreadableGeometry {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw UnreadableGeometry.of("%s (%s) is not a number".formatted(names.get(column), text));
  }
}
