package org.gridward.gis.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.process.vector.HeatmapProcess;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The surface beside the process of GeoTools that rendering servers run: features in degrees, an
 * output box in its own CRS, a radius in pixels, values scaled to 1.
 */
class HeatmapProcessTests {

  private static final int SIDE = 256;
  private static final int RADIUS = 20;

  /** Four boxes a quarter of the radius wide to each side, in pixels. */
  private static final double THEIR_DEVIATION = Math.sqrt(4 * (11 * 11 - 1) / 12.0);

  private static final double EARTH_RADIUS = 6_378_137;

  @Test
  void agreesInDegreesOnTheEquator() {
    HeatGrid grid = new HeatGrid(0, -0.25, 0.5, 0.25, SIDE, SIDE);
    var box = new ReferencedEnvelope(0, 0.5, -0.25, 0.25, DefaultGeographicCRS.WGS84);
    double pixelMetres = 0.5 / SIDE * 111_000;
    assertThat(largestDifference(grid, box, pixelMetres, 3)).isLessThan(0.06);
  }

  @Test
  void agreesInTheMapsProjectionOverNewYork() throws FactoryException {
    CoordinateReferenceSystem mercator = CRS.decode("EPSG:3857", true);
    double west = Math.toRadians(-74.05) * EARTH_RADIUS;
    double south = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(40.65) / 2)) * EARTH_RADIUS;
    double length = 20_000;
    var box = new ReferencedEnvelope(west, west + length, south, south + length, mercator);
    HeatGrid grid =
        new HeatGrid(
            -74.05,
            40.65,
            Math.toDegrees((west + length) / EARTH_RADIUS),
            latitude(south + length),
            SIDE,
            SIDE);
    double middle = Math.toRadians(latitude(south + length / 2));
    double pixelMetres = length / SIDE * Math.cos(middle);
    assertThat(largestDifference(grid, box, pixelMetres, 4)).isLessThan(0.06);
  }

  private static double latitude(double y) {
    return Math.toDegrees(2 * Math.atan(Math.exp(y / EARTH_RADIUS)) - Math.PI / 2);
  }

  /** As a share of the peak, away from the rim, where theirs knows nothing of what lies outside. */
  private static double largestDifference(
      HeatGrid grid, ReferencedEnvelope box, double pixelMetres, long seed) {
    List<Coordinate> places = places(grid, new Random(seed));
    Raster theirs = process(features(places), box);
    float[] ours;
    try (HeatEngine engine = new HeatEngine(2)) {
      var everything = new IncidentFilter(0, Integer.MAX_VALUE, _ -> true, _ -> true);
      double bandwidth = THEIR_DEVIATION * pixelMetres;
      ours = engine.surface(columns(places), everything, grid, bandwidth).perKm2();
    }
    double peak = 0;
    for (float value : ours) {
      peak = Math.max(peak, value);
    }
    double worst = 0;
    for (int row = RADIUS; row < SIDE - RADIUS; row++) {
      for (int column = RADIUS; column < SIDE - RADIUS; column++) {
        double difference =
            ours[row * SIDE + column] / peak - theirs.getSampleDouble(column, row, 0);
        worst = Math.max(worst, Math.abs(difference));
      }
    }
    return worst;
  }

  private static Raster process(SimpleFeatureCollection features, ReferencedEnvelope box) {
    GridCoverage2D coverage =
        new HeatmapProcess().execute(features, RADIUS, null, 1, box, SIDE, SIDE, null);
    return coverage.getRenderedImage().getData();
  }

  private static SimpleFeatureCollection features(List<Coordinate> places) {
    SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
    builder.setName("incident");
    builder.setCRS(DefaultGeographicCRS.WGS84);
    builder.add("place", Point.class);
    SimpleFeatureType type = builder.buildFeatureType();
    GeometryFactory geometries = new GeometryFactory();
    List<SimpleFeature> features = new ArrayList<>();
    for (Coordinate place : places) {
      Object[] values = {geometries.createPoint(place)};
      features.add(SimpleFeatureBuilder.build(type, values, Integer.toString(features.size())));
    }
    return new ListFeatureCollection(type, features);
  }

  private static IncidentColumns columns(List<Coordinate> places) {
    int none = IncidentRow.NONE;
    List<IncidentRow> rows = new ArrayList<>();
    for (Coordinate place : places) {
      rows.add(
          new IncidentRow(rows.size(), 0, 0, 100, 0, 0, none, none, none, none)
              .at(place.x, place.y));
    }
    IncidentColumns columns = new IncidentColumns();
    columns.putAll(rows);
    return columns;
  }

  /** Three crowds, and as many anywhere, all within the box. */
  private static List<Coordinate> places(HeatGrid box, Random random) {
    double wide = box.east() - box.west();
    double high = box.north() - box.south();
    List<Coordinate> places = new ArrayList<>();
    for (int i = 0; places.size() < 4000; i++) {
      boolean crowd = i % 2 == 0;
      double x =
          crowd ? 0.25 + 0.25 * (i / 2 % 3) + 0.05 * random.nextGaussian() : random.nextDouble();
      double y =
          crowd ? 0.3 + 0.2 * (i / 2 % 3) + 0.05 * random.nextGaussian() : random.nextDouble();
      if (x > 0 && x < 1 && y > 0 && y < 1) {
        places.add(new Coordinate(box.west() + x * wide, box.south() + y * high));
      }
    }
    return places;
  }
}
