package org.gridward.gis.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.OutputCrs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.geometry.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** What goes out in another system comes in where it was, and x stands first in the file. */
class ExportInAnyCrsTests {
  private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @TempDir Path folder;

  // the expected x and y: cs2cs from EPSG:4326
  @ParameterizedTest
  @CsvSource({
    "EPSG:3857, 114.3, 30.5, 12723817.80, 3567983.46",
    "EPSG:4490, 114.3, 30.5, 114.3, 30.5",
    "EPSG:4547, 114.3, 30.5, 528799.74, 3375580.00",
    "EPSG:4549, 120.1, 30.2, 509629.22, 3342288.45",
    "EPSG:2326, 114.15, 22.3, 833498.77, 817895.98",
    "EPSG:2263, -74, 40.7, 984250.00, 194305.34",
    "EPSG:32618, -74, 40.7, 584482.35, 4505935.87"
  })
  void comesBackWithinAMillimetre(String code, double lon, double lat, double x, double y)
      throws IOException {
    List<ExportedArea> areas = areas(lon, lat);
    for (ExportFormat format : List.of(ExportFormat.GEOPACKAGE, ExportFormat.CSV)) {
      Path file = write(format, areas, code);
      String told = format == ExportFormat.CSV ? code : null;
      double most = 0;
      try (FeatureSource source = Features.open(file, new ReadOptions(told, null, null))) {
        assertThat(source.crs().name()).isEqualTo(code);
        for (ExportedArea area : areas) {
          Geometry read = ((Feature) source.next()).geometry();
          if (area == areas.getFirst()) {
            assertThat(read.getCoordinate().x).isCloseTo(x, within(Math.abs(x) * 1e-5));
            assertThat(read.getCoordinate().y).isCloseTo(y, within(y * 1e-5));
          }
          most = Math.max(most, metresApart(area.boundary(), source.crs().toWgs84(read)));
        }
      }
      assertThat(most).as("%s in %s, metres", format, code).isLessThan(0.001);
    }
  }

  private static double metresApart(MultiPolygon one, Geometry other) {
    Coordinate[] was = one.getCoordinates();
    Coordinate[] is = other.getCoordinates();
    assertThat(is).hasSameSizeAs(was);
    double most = 0;
    for (int i = 0; i < was.length; i++) {
      most = Math.max(most, Geodesic.metres(was[i].x, was[i].y, is[i].x, is[i].y));
    }
    return most;
  }

  @Test
  void writesTheDefinitionIntoAGeoPackage() throws IOException, SQLException {
    Path file = write(ExportFormat.GEOPACKAGE, areas(114.3, 30.5), "EPSG:4547");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select s.organization, s.organization_coordsys_id, s.definition, c.min_x, c.min_y
                from gpkg_geometry_columns g join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
                join gpkg_contents c on c.table_name = g.table_name and c.srs_id = g.srs_id
                """)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("EPSG");
      assertThat(row.getInt(2)).isEqualTo(4547);
      Geometry point = GEOMETRIES.createPoint(new Coordinate(528_799.74, 3_375_580));
      Coordinate byDefinition = Crs.parse(row.getString(3)).toWgs84(point).getCoordinate();
      assertThat(byDefinition.distance(Crs.parse("EPSG:4547").toWgs84(point).getCoordinate()))
          .isLessThan(1e-8);
      assertThat(row.getDouble(4)).isBetween(500_000.0, 560_000.0);
      assertThat(row.getDouble(5)).isBetween(3_300_000.0, 3_400_000.0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "KML"})
  void leavesFormatsOfOneSystemAlone(ExportFormat format) {
    assertThat(format.takesAnyCrs()).isFalse();
    assertThatThrownBy(() -> write(format, List.of(), "EPSG:3857"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoCodeAndGroundThatTheSystemIsNotMadeFor() {
    for (String text : List.of("EPSG:1", "gcj02", "4547", "EPSG:4979", "EPSG:5773")) {
      assertThatThrownBy(() -> OutputCrs.parse(text)).as(text).isInstanceOf(UnknownCrs.class);
    }
    assertThatThrownBy(() -> write(ExportFormat.CSV, areas(-74, 40.7), "EPSG:4547"))
        .isInstanceOf(UnknownCrs.class)
        .hasMessageContaining("EPSG:4547");
  }

  private Path write(ExportFormat format, List<ExportedArea> areas, String crs) throws IOException {
    Path file = folder.resolve("areas." + format.extension());
    try (OutputStream out = Files.newOutputStream(file);
        AreaWriter writer = format.begin(out, List.of("en"), NOW, OutputCrs.parse(crs))) {
      for (ExportedArea area : areas) {
        writer.write(area);
      }
      writer.finish();
    }
    return file;
  }

  /** Triangles within about ten kilometres; the first begins at the point itself. */
  private static List<ExportedArea> areas(double lon, double lat) {
    Random random = new Random(9);
    List<ExportedArea> areas = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double west = lon + (i == 0 ? 0 : random.nextGaussian() * 0.03);
      double south = lat + (i == 0 ? 0 : random.nextGaussian() * 0.03);
      Coordinate first = new Coordinate(west, south);
      Polygon triangle =
          GEOMETRIES.createPolygon(
              new Coordinate[] {
                first,
                new Coordinate(west + random.nextDouble() * 0.01, south),
                new Coordinate(west, south + random.nextDouble() * 0.01),
                first
              });
      MultiPolygon boundary = GEOMETRIES.createMultiPolygon(new Polygon[] {triangle});
      areas.add(new ExportedArea("A" + i, null, "cell", Map.of("en", "A"), true, boundary));
    }
    return areas;
  }
}
