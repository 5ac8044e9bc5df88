package org.gridward.bench.s4;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.locationtech.jts.io.WKBWriter;

/**
 * PostGIS with a spatial index, asked point by point over one connection; a temporary table only.
 */
final class PostgisLocator implements Locator, AutoCloseable {
  private static final String ASK =
      """
      select id from s4_cell where st_covers(boundary, st_setsrid(st_makepoint(?, ?), 4326))
      order by code limit 1\
      """;

  private final Connection connection;
  private final PreparedStatement ask;

  private PostgisLocator(Connection connection) throws SQLException {
    this.connection = connection;
    this.ask = connection.prepareStatement(ASK);
  }

  static PostgisLocator open(String url, List<CellShape> cells) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temporary table s4_cell (id bigint, code text collate \"C\", boundary geometry)");
      copy(connection, cells);
      statement.execute("create index on s4_cell using gist (boundary)");
      statement.execute("analyze s4_cell");
    }
    return new PostgisLocator(connection);
  }

  private static void copy(Connection connection, List<CellShape> cells) throws SQLException {
    WKBWriter wkb = new WKBWriter();
    try (PreparedStatement insert =
        connection.prepareStatement("insert into s4_cell values (?, ?, st_geomfromwkb(?, 4326))")) {
      for (CellShape cell : cells) {
        insert.setLong(1, cell.id());
        insert.setString(2, cell.code());
        insert.setBytes(3, wkb.write(cell.boundary()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public long locate(double lon, double lat) {
    try {
      ask.setDouble(1, lon);
      ask.setDouble(2, lat);
      try (ResultSet row = ask.executeQuery()) {
        return row.next() ? row.getLong(1) : CellIndex.NONE;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
