package org.gridward.gis.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.gridward.gis.crs.OutputCrs;
import org.gridward.gis.exports.AreaWriter;
import org.gridward.gis.exports.ExportFormat;
import org.gridward.gis.exports.MadeUpAreas;

/** A GeoPackage of our own writing, and what SQL makes of it. */
final class TestGeoPackage {
  private TestGeoPackage() {}

  static Path write(Path file, int areas, String... statements) {
    try {
      Files.deleteIfExists(file);
      try (var out = Files.newOutputStream(file);
          AreaWriter writer =
              ExportFormat.GEOPACKAGE.begin(
                  out,
                  List.of("en", "zh"),
                  Instant.parse("2026-08-01T00:00:00Z"),
                  OutputCrs.WGS84)) {
        for (var area : new MadeUpAreas(3).list(areas)) {
          writer.write(area);
        }
        writer.finish();
      }
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      return file;
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }
}
