package org.gridward.gis.exports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.gridward.gis.crs.OutputCrs;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** The tables that OGC GeoPackage 1.3 asks for, with one layer of areas. */
final class GeoPackageSchema {
  /** "GP", version 0, little endian with an envelope of x and y. */
  private static final byte[] BLOB_START = {'G', 'P', 0, 0b0011};

  private static final int BLOB_HEADER_BYTES = 40;

  /** The standard asks for three digits, zero or not. */
  private static final DateTimeFormatter LAST_CHANGE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final String TABLES =
      """
      create table gpkg_spatial_ref_sys (
        srs_name text not null, srs_id integer not null primary key, organization text not null,
        organization_coordsys_id integer not null, definition text not null, description text);
      create table gpkg_contents (
        table_name text not null primary key, data_type text not null, identifier text unique,
        description text default '', last_change datetime not null,
        min_x double, min_y double, max_x double, max_y double,
        srs_id integer references gpkg_spatial_ref_sys (srs_id));
      create table gpkg_geometry_columns (
        table_name text not null unique references gpkg_contents (table_name),
        column_name text not null, geometry_type_name text not null,
        srs_id integer not null references gpkg_spatial_ref_sys (srs_id),
        z tinyint not null, m tinyint not null, primary key (table_name, column_name));
      insert into gpkg_spatial_ref_sys values
        ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian'),
        ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic'),
        ('WGS 84 geodetic', 4326, 'EPSG', 4326, '%s', 'longitude and latitude in degrees')
      """
          .formatted(WGS84);

  private GeoPackageSchema() {}

  static void create(Connection connection, List<String> columns, Instant now, OutputCrs crs)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma application_id = 0x47504B47");
      statement.execute("pragma user_version = 10300");
      for (String part : TABLES.split(";")) {
        statement.execute(part);
      }
      statement.execute(
          "create table areas (fid integer primary key autoincrement not null, geom multipolygon, "
              + columns.stream().map(GeoPackageSchema::column).collect(Collectors.joining(", "))
              + ")");
    }
    if (!crs.isWgs84()) {
      system(connection, crs);
    }
    contents(connection, now, crs);
    column(connection, crs);
  }

  /** Its definition has the authority's order of axes; coordinates are always x first. */
  private static void system(Connection connection, OutputCrs crs) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into gpkg_spatial_ref_sys values (?, ?, 'EPSG', ?, ?, null)")) {
      insert.setString(1, crs.name());
      insert.setInt(2, crs.code());
      insert.setInt(3, crs.code());
      insert.setString(4, crs.wkt());
      insert.executeUpdate();
    }
  }

  private static void column(Connection connection, OutputCrs crs) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into gpkg_geometry_columns values ('areas', 'geom', 'MULTIPOLYGON', ?, 0,"
                + " 0)")) {
      insert.setInt(1, crs.code());
      insert.executeUpdate();
    }
  }

  private static String column(String name) {
    return quoted(name) + (name.equals(AreaColumns.CELL) ? " boolean" : " text");
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void contents(Connection connection, Instant now, OutputCrs crs)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
            values ('areas', 'features', 'areas', ?, ?)
            """)) {
      insert.setString(1, LAST_CHANGE.format(now));
      insert.setInt(2, crs.code());
      insert.executeUpdate();
    }
  }

  /** What the layer covers; nothing is said of an empty one. */
  static void extent(Connection connection, Envelope extent) throws SQLException {
    if (extent.isNull()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ?")) {
      update.setDouble(1, extent.getMinX());
      update.setDouble(2, extent.getMinY());
      update.setDouble(3, extent.getMaxX());
      update.setDouble(4, extent.getMaxY());
      update.executeUpdate();
    }
  }

  static byte[] blob(Geometry boundary, OutputCrs crs) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(boundary);
    Envelope box = boundary.getEnvelopeInternal();
    return ByteBuffer.allocate(BLOB_HEADER_BYTES + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(BLOB_START)
        .putInt(crs.code())
        .putDouble(box.getMinX())
        .putDouble(box.getMaxX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxY())
        .put(wkb)
        .array();
  }
}
