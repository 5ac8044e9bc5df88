package org.gridward.gis.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * A GeoPackage opened for reading only. SQLite is told not to trust it: no functions from its
 * schema, no views, no virtual tables, no value beyond {@link #MOST_BYTES}.
 */
final class GeoPackageFile implements AutoCloseable {
  /** Of one geometry or text. */
  private static final int MOST_BYTES = 1 << 27;

  /**
   * A table with geometries.
   *
   * @param column with the geometries
   * @param srs id in the file's own table of systems
   */
  record Layer(String table, String column, int srs) {}

  private final Path file;
  private final Connection connection;

  private GeoPackageFile(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static GeoPackageFile open(Path file) {
    refuseUnsaved(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Properties properties = config.toProperties();
    String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1";
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      GeoPackageFile opened = new GeoPackageFile(file, connection);
      opened.restrict();
      return opened;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  /** What another program has written but not yet merged into the file would be missed. */
  private static void refuseUnsaved(Path file) {
    try {
      Path unsaved = file.resolveSibling(file.getFileName() + "-wal");
      if (Files.exists(unsaved) && Files.size(unsaved) > 0) {
        throw new UnreadableFile(
            "file-incomplete",
            "%s is open in another program (there is %s): close it there first"
                .formatted(file.getFileName(), unsaved.getFileName()));
      }
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void restrict() {
    try (Statement statement = connection.createStatement()) {
      connection
          .unwrap(SQLiteConnection.class)
          .setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MOST_BYTES);
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma cell_size_check = on");
    } catch (SQLException e) {
      close();
      throw damaged(e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  Map<String, Layer> layers() {
    Map<String, Layer> layers = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select g.table_name, g.column_name, g.srs_id
                from gpkg_geometry_columns g
                join gpkg_contents c on c.table_name = g.table_name
                join sqlite_master m on m.name = g.table_name
                where c.data_type = 'features' and m.type = 'table'
                  and m.sql not like '%virtual%table%using%'
                order by g.table_name
                """)) {
      while (rows.next()) {
        Layer layer = new Layer(text(rows, 1), text(rows, 2), rows.getInt(3));
        layers.put(layer.table(), layer);
      }
      return layers;
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  /** {@code EPSG:n} or WKT; empty where the file says that it does not know. */
  String crs(int srs) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select organization, organization_coordsys_id, definition
            from gpkg_spatial_ref_sys where srs_id = ?
            """)) {
      statement.setInt(1, srs);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || srs <= 0) {
          return "";
        }
        return text(row, 1).equalsIgnoreCase("EPSG") ? "EPSG:" + row.getInt(2) : text(row, 3);
      }
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  long count(Layer layer) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + quoted(layer.table()))) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  /** All rows; to be closed with its statement. */
  ResultSet rows(Layer layer) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery("select * from " + quoted(layer.table()));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static String quoted(String table) {
    return '"' + table.replace("\"", "\"\"") + '"';
  }

  UnreadableFile damaged(SQLException e) {
    return damaged(file, e);
  }

  private static UnreadableFile damaged(Path file, SQLException e) {
    return new UnreadableFile(
        "file-damaged",
        "%s is not a whole GeoPackage: %s".formatted(file.getFileName(), e.getMessage()),
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // read only: nothing is lost
    }
  }
}
