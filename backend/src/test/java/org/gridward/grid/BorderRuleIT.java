package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** One border rule in memory, in PostGIS and by trying every cell. */
@PostgisTest
@TestPropertySource(properties = "test.database=area-import") // with the import tests
class BorderRuleIT {

  private static final Envelope LAND = new Envelope(-73.9, -73.8, 40.7, 40.8);

  @Autowired JdbcClient jdbc;
  @Autowired GridSnapshots snapshots;
  @Autowired CellLocator locator;

  private final Map<String, Geometry> cells = new HashMap<>();
  private final Random random = new Random(20_260_801);

  @BeforeEach
  void makeAMadeUpCoverage() {
    TestGround.clear(jdbc);
    jdbc.sql("insert into area_type values ('cell', '{\"en\": \"Cell\"}', 0, true)").update();
    List<Integer> codes =
        new ArrayList<>(random.ints(0, 100_000).distinct().limit(150).boxed().toList());
    Geometry diagram = voronoi(codes.size());
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      Geometry shape = diagram.getGeometryN(i).intersection(new GeometryFactory().toGeometry(LAND));
      if (!shape.isEmpty()) {
        add("V" + codes.get(i), shape);
      }
    }
    snapshots.reload();
  }

  private Geometry voronoi(int sites) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      points.add(somewhere());
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(points);
    builder.setClipEnvelope(LAND);
    return builder.getDiagram(new GeometryFactory());
  }

  private void add(String code, Geometry shape) {
    cells.put(code, shape);
    jdbc.sql(
            """
            with made as (
              insert into area (id, code, type, path, names, cell, created_at)
              select n, ?, 'cell', n || '/', '{"en": "made up"}', true, now()
              from nextval('area_seq') n returning id)
            insert into area_boundary (id, area_id, cell, boundary, valid_from)
            select nextval('area_boundary_seq'), id, true,
                   ST_Multi(ST_GeomFromWKB(?, 4326)), '2020-01-01Z' from made
            """)
        .params(code, new org.locationtech.jts.io.WKBWriter().write(shape))
        .update();
  }

  private Coordinate somewhere() {
    return new Coordinate(
        LAND.getMinX() + random.nextDouble() * LAND.getWidth(),
        LAND.getMinY() + random.nextDouble() * LAND.getHeight());
  }

  /** Tries every cell with JTS's exact predicate. */
  private Optional<String> bruteForce(Coordinate point) {
    return cells.entrySet().stream()
        .filter(
            cell -> SimplePointInAreaLocator.locate(point, cell.getValue()) != Location.EXTERIOR)
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder());
  }

  private void expectOneAnswer(Coordinate point) {
    Optional<String> expected = bruteForce(point);
    assertThat(locator.locate(point.x, point.y).map(Area::code))
        .as("memory %s", point)
        .isEqualTo(expected);
    assertThat(locator.locateAt(point.x, point.y, Instant.now()).map(Area::code))
        .as("PostGIS %s", point)
        .isEqualTo(expected);
  }

  @Test
  void agreesAnywhere() {
    for (int i = 0; i < 1_000; i++) {
      expectOneAnswer(somewhere());
    }
  }

  @Test
  void agreesOnCornersAndHairsBesideBorders() {
    for (Geometry shape : cells.values()) {
      Coordinate[] ring = shape.getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        Coordinate middle =
            new Coordinate((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2);
        expectOneAnswer(ring[i]);
        expectOneAnswer(middle);
        expectOneAnswer(new Coordinate(Math.nextUp(middle.x), middle.y));
        expectOneAnswer(new Coordinate(middle.x, Math.nextDown(middle.y)));
      }
    }
  }

  @Test
  void findsOldBoundariesByTheSpatialIndex() {
    jdbc.sql("analyze area_boundary").update();
    String plan =
        String.join(
            "\n",
            jdbc.sql("explain " + BoundaryHistory.CELL_AT)
                .param("lon", LAND.centre().x)
                .param("lat", LAND.centre().y)
                .param("at", Instant.now().atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .list());
    assertThat(plan).contains("area_boundary_shape").doesNotContain("Seq Scan on area_boundary");
  }
}
