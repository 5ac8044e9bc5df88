package org.gridward.gis.formats;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.formats.GeoPackageFile.Layer;
import org.jspecify.annotations.Nullable;

/** Rows of one layer of a GeoPackage, streamed. */
final class GeoPackageSource implements FeatureSource {
  private final GeoPackageFile file;
  private final ResultSet rows;
  private final String[] columns;
  private final int geometryColumn;
  private final Crs crs;
  private final long count;
  private long number;

  private GeoPackageSource(
      GeoPackageFile file,
      ResultSet rows,
      String[] columns,
      int geometryColumn,
      Crs crs,
      long count) {
    this.file = file;
    this.rows = rows;
    this.columns = columns;
    this.geometryColumn = geometryColumn;
    this.crs = crs;
    this.count = count;
  }

  static GeoPackageSource open(Path path, ReadOptions options) {
    GeoPackageFile file = GeoPackageFile.open(path);
    try {
      Map<String, Layer> layers = file.layers();
      Layer layer = layers.get(Layers.choose(file.name(), layers.keySet(), options.layer()));
      if (layer == null) {
        throw new IllegalStateException("the layer that was chosen is there");
      }
      return open(file, layer, options.crs());
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static GeoPackageSource open(GeoPackageFile file, Layer layer, @Nullable String told) {
    String system = told != null ? told : file.crs(layer.srs());
    if (system.isEmpty()) {
      throw FileCrs.unknown(file.name(), "the layer %s does not say it".formatted(layer.table()));
    }
    Crs crs = FileCrs.of(file.name(), system);
    long count = file.count(layer);
    try {
      ResultSet rows = file.rows(layer);
      String[] columns = columns(rows.getMetaData());
      int geometry = 0;
      while (geometry < columns.length && !columns[geometry].equalsIgnoreCase(layer.column())) {
        geometry++;
      }
      return new GeoPackageSource(file, rows, columns, geometry, crs, count);
    } catch (SQLException e) {
      throw file.damaged(e);
    }
  }

  private static String[] columns(ResultSetMetaData header) throws SQLException {
    String[] columns = new String[header.getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = header.getColumnName(i + 1);
    }
    return columns;
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean hasNext() {
    return number < count;
  }

  @Override
  public FeatureReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    try {
      if (!rows.next()) {
        throw new UnreadableFile(
            "file-damaged", "%s ends before feature %d".formatted(file.name(), number));
      }
      return row();
    } catch (SQLException e) {
      throw file.damaged(e);
    }
  }

  private FeatureReading row() throws SQLException {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    byte[] geometry = null;
    for (int i = 0; i < columns.length; i++) {
      if (i == geometryColumn) {
        geometry = rows.getBytes(i + 1);
      } else {
        attributes.put(columns[i], plain(rows.getObject(i + 1)));
      }
    }
    try {
      return new Feature(number, attributes, GeoPackageBlob.geometry(geometry));
    } catch (UnreadableGeometry e) {
      return new FeatureFault(number, e.code(), "feature %d: %s".formatted(number, e.getMessage()));
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case byte[] _ -> null;
      case null, default -> value;
    };
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (SQLException e) {
      // read only: nothing is lost
    }
    file.close();
  }
}
