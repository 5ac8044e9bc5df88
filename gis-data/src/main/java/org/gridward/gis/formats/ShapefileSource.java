package org.gridward.gis.formats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;
import org.jspecify.annotations.Nullable;

/** Features of a Shapefile: a shape of the .shp and the row of the .dbf at the same place. */
final class ShapefileSource implements FeatureSource {
  private final ShapefileParts parts;
  private final Crs crs;
  private final ShapeRecords shapes;
  private final DbfRows rows;
  private @Nullable ShapeRecord ahead;
  private boolean looked;
  private boolean ended;
  private long number;

  private ShapefileSource(ShapefileParts parts, Crs crs, ShapeRecords shapes, DbfRows rows) {
    this.parts = parts;
    this.crs = crs;
    this.shapes = shapes;
    this.rows = rows;
  }

  static ShapefileSource open(ShapefileParts parts, ReadOptions options) {
    try {
      Crs crs = crs(parts, options.crs());
      ShapeRecords shapes = ShapeRecords.open(parts);
      try {
        return new ShapefileSource(parts, crs, shapes, DbfRows.open(parts, options.encoding()));
      } catch (RuntimeException e) {
        shapes.close();
        throw e;
      }
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Crs crs(ShapefileParts parts, @Nullable String told) {
    String text = told != null ? told : parts.text("prj").orElse("");
    if (text.isEmpty()) {
      throw FileCrs.unknown(parts.name(), "it has no .prj");
    }
    return FileCrs.of(parts.name(), text);
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(rows.count());
  }

  @Override
  public boolean hasNext() {
    if (!looked) {
      ahead = shapes.next();
      looked = true;
    }
    return ahead != null || (number < rows.count() && !ended);
  }

  @Override
  public FeatureReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ahead == null) {
      return shapesEnded();
    }
    looked = false;
    number++;
    return read(ahead, rows.next());
  }

  /** Told once, whatever their number. */
  private FeatureFault shapesEnded() {
    ended = true;
    long left = rows.count() - number;
    number++;
    return fault(
        "geometry-unreadable",
        "the .shp ends here, the .dbf has %d more row%s".formatted(left, left == 1 ? "" : "s"));
  }

  private FeatureReading read(ShapeRecord shape, DbfRows.Row row) {
    return switch (row) {
      case DbfRows.Missing missing -> fault("attributes-unreadable", missing.why());
      case DbfRows.Deleted _ -> fault("deleted", "its row is marked as deleted");
      case DbfRows.Values values -> withShape(shape, values.attributes());
    };
  }

  private FeatureReading withShape(ShapeRecord shape, Map<String, @Nullable Object> attributes) {
    Rings rings = new Rings();
    try {
      return new Feature(
          number, new LinkedHashMap<>(attributes), shape.geometry(rings), rings.repairs());
    } catch (UnreadableGeometry e) {
      return fault(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private FeatureFault fault(String code, String message) {
    return new FeatureFault(number, code, "feature %d: %s".formatted(number, message));
  }

  @Override
  public void close() {
    shapes.close();
    rows.close();
    parts.close();
  }
}
