package org.gridward.grid.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GeoJSON files of squares, for import tests. */
final class Squares {

  static final double STEP = 1.0 / 64;

  private final List<String> features = new ArrayList<>();

  /** A square of {@code size} steps whose south-west corner is at ({@code column}, {@code row}). */
  Squares add(String code, String parent, int column, int row, double size) {
    double w = column * STEP;
    double s = row * STEP;
    double e = w + size * STEP;
    double n = s + size * STEP;
    return raw(
        code,
        parent,
        "{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
            .formatted(w, s, e, s, e, n, w, n, w, s));
  }

  Squares raw(String code, String parent, String geometry) {
    features.add(
        """
        {"type":"Feature","properties":{"CODE":"%s","UP":"%s","NAME":"Name of %s","NAME_ZH":"名%s"},\
        "geometry":%s}\
        """
            .formatted(code, parent, code, code, geometry));
    return this;
  }

  Path write(Path folder, String name) {
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
