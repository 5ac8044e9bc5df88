package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityArea;
import org.gridward.gis.city.CityLevel;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.beans.factory.annotation.Autowired;

/** The index in memory and the database answer alike, on borders above all. */
@PostgisTest
class CellIndexAgreesWithPostgisIT {
  private static final String ASK =
      """
      select coalesce((select id from oracle_cell
                       where st_covers(boundary, st_setsrid(st_makepoint(x, y), 4326))
                       order by code limit 1), -1)
      from unnest(?::float8[], ?::float8[]) with ordinality as point (x, y, n) order by n\
      """;

  @Autowired DataSource database;

  @Test
  void onTheMadeUpCity() throws SQLException {
    List<CellShape> cells = new ArrayList<>();
    for (CityArea area : City.of(3, 80).level(CityLevel.CELL)) {
      cells.add(new CellShape(cells.size(), area.code(), area.boundary()));
    }
    agrees(cells, 1);
  }

  @Test
  void onTheTractsOfNewYork() throws SQLException {
    Path file = find("tracts-epsg2263.shp.zip");
    assumeTrue(file != null, "skipped: no shared/data/nyc above the project");
    List<CellShape> cells = new ArrayList<>();
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      source.forEachRemaining(
          reading -> {
            Feature feature = (Feature) reading;
            var boundary = source.crs().toWgs84(feature.geometry());
            cells.add(new CellShape(feature.number(), feature.text("BoroCT2010"), boundary));
          });
    }
    agrees(cells, 23);
  }

  private void agrees(List<CellShape> cells, int everyNth) throws SQLException {
    List<Coordinate> points = points(cells, everyNth);
    CellIndex index = CellIndex.build(cells);
    List<Long> ours = points.stream().map(point -> index.locate(point.x, point.y)).toList();
    assertThat(ours).isEqualTo(askPostgis(cells, points));
  }

  /** Vertices and middles of edges, and some points anywhere. */
  private static List<Coordinate> points(List<CellShape> cells, int everyNth) {
    List<Coordinate> points = new ArrayList<>();
    Envelope box = new Envelope();
    Random random = new Random(11);
    for (CellShape cell : cells) {
      box.expandToInclude(cell.boundary().getEnvelopeInternal());
      Coordinate[] ring = cell.boundary().getCoordinates();
      for (int i = 1 + random.nextInt(everyNth); i < ring.length; i += everyNth) {
        points.add(ring[i]);
        points.add(
            new Coordinate((ring[i].x + ring[i - 1].x) / 2, (ring[i].y + ring[i - 1].y) / 2));
      }
    }
    for (int i = 0; i < 5000; i++) {
      points.add(
          new Coordinate(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight()));
    }
    return points;
  }

  private List<Long> askPostgis(List<CellShape> cells, List<Coordinate> points)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      load(connection, cells);
      List<Long> answers = new ArrayList<>();
      try (PreparedStatement ask = connection.prepareStatement(ASK)) {
        ask.setArray(
            1, connection.createArrayOf("float8", points.stream().map(p -> p.x).toArray()));
        ask.setArray(
            2, connection.createArrayOf("float8", points.stream().map(p -> p.y).toArray()));
        try (ResultSet rows = ask.executeQuery()) {
          while (rows.next()) {
            answers.add(rows.getLong(1));
          }
        }
      }
      connection.rollback();
      return answers;
    }
  }

  private static void load(Connection connection, List<CellShape> cells) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create temporary table oracle_cell"
              + " (id bigint, code text collate \"C\", boundary geometry) on commit drop");
    }
    WKBWriter wkb = new WKBWriter();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into oracle_cell values (?, ?, st_geomfromwkb(?, 4326))")) {
      for (CellShape cell : cells) {
        insert.setLong(1, cell.id());
        insert.setString(2, cell.code());
        insert.setBytes(3, wkb.write(cell.boundary()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (var statement = connection.createStatement()) {
      statement.execute("create index on oracle_cell using gist (boundary)");
      statement.execute("analyze oracle_cell");
    }
  }

  private static Path find(String name) {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path file = up.resolve("shared/data/nyc").resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }
}
