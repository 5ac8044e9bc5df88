package org.gridward.gis.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gridward.gis.crs.OutputCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer "areas". SQLite needs a file to write in any order: a temporary one, which goes to the
 * stream when it is finished.
 */
final class GeoPackageAreas implements AreaWriter {
  private final OutputStream out;
  private final AreaColumns columns;
  private final OutputCrs crs;
  private final Path file;
  private final Connection connection;
  private final PreparedStatement insert;
  private final Envelope extent = new Envelope();

  GeoPackageAreas(OutputStream out, AreaColumns columns, Instant now, OutputCrs crs)
      throws IOException {
    this.out = out;
    this.columns = columns;
    this.crs = crs;
    this.file = Files.createTempFile("gridward-areas", ".gpkg");
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      connection.setAutoCommit(false);
      GeoPackageSchema.create(connection, columns.names(), now, crs);
      insert = connection.prepareStatement(insertion());
    } catch (SQLException e) {
      Files.deleteIfExists(file);
      throw new IOException(e);
    }
  }

  private String insertion() {
    List<String> quoted = columns.names().stream().map(GeoPackageSchema::quoted).toList();
    return "insert into areas (geom, %s) values (?, %s)"
        .formatted(
            String.join(", ", quoted), String.join(", ", Collections.nCopies(quoted.size(), "?")));
  }

  @Override
  public void write(ExportedArea area) throws IOException {
    try {
      if (area.boundary() != null) {
        Geometry boundary = crs.fromWgs84(area.boundary());
        extent.expandToInclude(boundary.getEnvelopeInternal());
        insert.setBytes(1, GeoPackageSchema.blob(boundary, crs));
      } else {
        insert.setNull(1, Types.BLOB);
      }
      List<String> names = columns.names();
      List<@Nullable String> values = columns.values(area);
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equals(AreaColumns.CELL)) {
          insert.setInt(i + 2, area.cell() ? 1 : 0);
        } else {
          insert.setString(i + 2, values.get(i));
        }
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      GeoPackageSchema.extent(connection, extent);
      connection.commit();
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Files.copy(file, out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
