package org.gridward.gis.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.geotools.process.vector.HeatmapSurface;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class HeatEngineTests {

  private static final HeatEngine ENGINE = new HeatEngine(3);
  private static final HeatGrid NEW_YORK = new HeatGrid(-74.2, 40.5, -73.7, 40.9, 500, 512);
  private static final int NONE = IncidentRow.NONE;

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private record Place(double lon, double lat) {}

  private static IncidentRow row(long number, Place at, int time, int category, int area) {
    return new IncidentRow(number, 0, 0, time, category, area, NONE, NONE, NONE, NONE)
        .at(at.lon(), at.lat());
  }

  private static IncidentColumns columns(List<Place> places) {
    IncidentColumns columns = new IncidentColumns();
    List<IncidentRow> rows = new ArrayList<>();
    for (Place place : places) {
      rows.add(row(rows.size(), place, 100, 0, 0));
    }
    columns.putAll(rows);
    return columns;
  }

  private static IncidentFilter everything() {
    return new IncidentFilter(0, Integer.MAX_VALUE, _ -> true, _ -> true);
  }

  /** Half in a few crowds, half anywhere in the box and around it. */
  private static List<Place> places(HeatGrid box, int count, Random random) {
    double wide = box.east() - box.west();
    double high = box.north() - box.south();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean crowd = i % 2 == 0;
      double spread = crowd ? 0.05 : 1.2;
      double lon = box.west() + wide * (crowd ? 0.2 + 0.3 * (i / 2 % 3) : -0.1);
      double lat = box.south() + high * (crowd ? 0.3 + 0.2 * (i / 2 % 3) : -0.1);
      double dx = crowd ? random.nextGaussian() : random.nextDouble();
      double dy = crowd ? random.nextGaussian() : random.nextDouble();
      places.add(new Place(lon + wide * spread * dx, lat + high * spread * dy));
    }
    return places;
  }

  /** The exact kernel, incident by incident, at the middle of a pixel. */
  private static double exact(List<Place> places, HeatGrid grid, int pixel, double bandwidth) {
    double x = middleX(grid, pixel % grid.width());
    double y = middleY(grid, pixel / grid.width());
    double sum = 0;
    for (Place place : places) {
      double placeY = WebMercator.y(place.lat());
      double east = (WebMercator.x(place.lon()) - x) * WebMercator.eastMetres((y + placeY) / 2);
      double north = (placeY - y) * WebMercator.northMetres((y + placeY) / 2);
      sum += Math.exp(-(east * east + north * north) / (2 * bandwidth * bandwidth));
    }
    return sum / (2 * Math.PI * bandwidth * bandwidth) * 1e6;
  }

  private static double middleX(HeatGrid grid, int column) {
    double west = WebMercator.x(grid.west());
    return west + (WebMercator.x(grid.east()) - west) * (column + 0.5) / grid.width();
  }

  private static double middleY(HeatGrid grid, int row) {
    double north = WebMercator.y(grid.north());
    return north + (WebMercator.y(grid.south()) - north) * (row + 0.5) / grid.height();
  }

  private static double max(float[] values) {
    double max = 0;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** The pixels of New York are 84 m wide. */
  @ParameterizedTest
  @CsvSource({"170, 0.08", "300, 0.04", "500, 0.012", "900, 0.01", "2500, 0.01", "9000, 0.01"})
  void differsFromTheExactKernelByLittle(double bandwidth, double share) {
    Random random = new Random(5);
    List<Place> places = places(NEW_YORK, 6000, random);
    float[] density = ENGINE.surface(columns(places), everything(), NEW_YORK, bandwidth).perKm2();
    double most = max(density);
    double worst = 0;
    for (int i = 0; i < 800; i++) {
      int pixel = random.nextInt(density.length);
      worst = Math.max(worst, Math.abs(density[pixel] - exact(places, NEW_YORK, pixel, bandwidth)));
    }
    assertThat(worst / most).isLessThan(share);
  }

  @ParameterizedTest
  @CsvSource({"20", "150", "600", "2000"})
  void sumsUpToTheNumberOfIncidents(double bandwidth) {
    Random random = new Random(8);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      places.add(new Place(-73.95 + 0.05 * random.nextDouble(), 40.7 + 0.05 * random.nextDouble()));
    }
    HeatSurface surface = ENGINE.surface(columns(places), everything(), NEW_YORK, bandwidth);
    assertThat(surface.inside()).isEqualTo(5000);
    assertThat(sum(surface)).isCloseTo(5000, within(5.0));
  }

  /** By the closed formula of a band's area on the ellipsoid, which the engine does not use. */
  private static double sum(HeatSurface surface) {
    HeatGrid grid = surface.grid();
    double sum = 0;
    for (int row = 0; row < grid.height(); row++) {
      double km2 = bandKm2(grid, row) / grid.width();
      for (int i = 0; i < grid.width(); i++) {
        sum += surface.perKm2()[row * grid.width() + i] * km2;
      }
    }
    return sum;
  }

  private static double bandKm2(HeatGrid grid, int row) {
    double north = WebMercator.y(grid.north());
    double step = (WebMercator.y(grid.south()) - north) / grid.height();
    double turn = Math.toRadians(grid.east() - grid.west());
    return turn * (zone(latitude(north + row * step)) - zone(latitude(north + (row + 1) * step)));
  }

  private static double latitude(double y) {
    return Math.atan(Math.sinh((0.5 - y / WebMercator.WORLD) * 2 * Math.PI));
  }

  private static double zone(double lat) {
    double b = 6356.752314245179;
    double e = Math.sqrt(0.0066943799901413165);
    double s = Math.sin(lat);
    return b * b / 2 * (s / (1 - e * e * s * s) + atanh(e * s) / e);
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }

  @Test
  void holdsFarNorthAndOverAWholeCountry() {
    HeatGrid norway = new HeatGrid(0, 55, 35, 74, 256, 512);
    List<Place> places = places(new HeatGrid(10, 60, 25, 70, 1, 1), 3000, new Random(2));
    HeatSurface surface = ENGINE.surface(columns(places), everything(), norway, 30_000);
    assertThat(sum(surface)).isCloseTo(3000, within(15.0));
  }

  @Test
  void agreesWithGeoToolsWhichKnowsNoUnits() {
    // On the equator a degree is as long either way. Four boxes of radius 5 make a variance of 40.
    HeatGrid grid = new HeatGrid(0, -0.25, 0.5, 0.25, 256, 256);
    double pixelMetres = 0.5 / 256 * 111_000;
    List<Place> places =
        places(grid, 4000, new Random(3)).stream()
            .filter(place -> place.lon() > 0 && place.lon() < 0.5)
            .filter(place -> Math.abs(place.lat()) < 0.25)
            .toList();
    HeatmapSurface theirs = new HeatmapSurface(20, new Envelope(0, 0.5, -0.25, 0.25), 256, 256);
    places.forEach(place -> theirs.addPoint(place.lon(), place.lat(), 1));
    float[][] expected = theirs.computeSurface();
    float[] found =
        ENGINE.surface(columns(places), everything(), grid, Math.sqrt(40) * pixelMetres).perKm2();
    double most = max(found);
    double worst = 0;
    for (int column = 20; column < 236; column++) {
      for (int row = 20; row < 236; row++) {
        double ours = found[row * 256 + column] / most;
        worst = Math.max(worst, Math.abs(ours - expected[column][255 - row]));
      }
    }
    assertThat(worst).isLessThan(0.06);
  }

  @Test
  void filtersByTimeCategoryAndAreaAndFollowsChanges() {
    Random random = new Random(4);
    IncidentColumns columns = new IncidentColumns();
    List<IncidentRow> rows = new ArrayList<>();
    List<Place> places = places(NEW_YORK, 150_000, random);
    for (int i = 0; i < places.size(); i++) {
      int time = i / 10 + random.nextInt(500);
      rows.add(row(i * 3L, places.get(i), time, random.nextInt(5), random.nextInt(50)));
    }
    columns.putAll(rows);
    List<IncidentRow> moved = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      int old = random.nextInt(rows.size());
      IncidentRow changed =
          row(rows.get(old).number(), places.get(old), random.nextInt(20_000), 4, 7);
      rows.set(old, changed);
      moved.add(changed);
    }
    columns.putAll(moved);
    assertThat(columns.size()).isEqualTo(rows.size());
    for (int i = 0; i < 20; i++) {
      int from = random.nextInt(15_000);
      int to = from + random.nextInt(8000);
      int category = random.nextInt(5);
      int area = random.nextInt(50);
      IncidentFilter filter = new IncidentFilter(from, to, c -> c >= category, a -> a >= area);
      long expected = rows.stream().filter(row -> lets(filter, row) && inside(row)).count();
      assertThat(ENGINE.surface(columns, filter, NEW_YORK, 500).inside())
          .isCloseTo(expected, within(2L)); // units are whole, the box's edge is not
    }
  }

  private static boolean lets(IncidentFilter filter, IncidentRow row) {
    return row.time() >= filter.from()
        && row.time() < filter.to()
        && filter.category().test(row.category())
        && filter.area().test(row.area());
  }

  private static boolean inside(IncidentRow row) {
    return row.x() >= WebMercator.x(NEW_YORK.west())
        && row.x() < WebMercator.x(NEW_YORK.east())
        && row.y() >= WebMercator.y(NEW_YORK.north())
        && row.y() < WebMercator.y(NEW_YORK.south());
  }

  @Test
  void tellsWhereThereIsMoreThanBeforeAndWhereLess() {
    IncidentColumns columns = new IncidentColumns();
    columns.putAll(
        List.of(
            row(1, new Place(-74, 40.6), 10, 0, 0),
            row(2, new Place(-73.9, 40.8), 110, 0, 0),
            row(3, new Place(-73.9, 40.8), 120, 0, 0)));
    HeatSurface now = ENGINE.surface(columns, everything().at(100, 200), NEW_YORK, 1000);
    HeatSurface before = ENGINE.surface(columns, everything().at(0, 100), NEW_YORK, 1000);
    HeatSurface difference = now.minus(before);
    assertThat(difference.inside()).isEqualTo(1);
    assertThat(difference.perKm2()[pixel(-74, 40.6)]).isNegative();
    assertThat(difference.perKm2()[pixel(-73.9, 40.8)]).isPositive();
  }

  private static int pixel(double lon, double lat) {
    double column =
        (lon - NEW_YORK.west()) / (NEW_YORK.east() - NEW_YORK.west()) * NEW_YORK.width();
    double north = WebMercator.y(NEW_YORK.north());
    double row =
        (WebMercator.y(lat) - north)
            / (WebMercator.y(NEW_YORK.south()) - north)
            * NEW_YORK.height();
    return (int) row * NEW_YORK.width() + (int) column;
  }

  @Test
  void leavesOutWhatHasNoPointAndStandsEmptyInput() {
    IncidentColumns columns = new IncidentColumns();
    assertThat(ENGINE.surface(columns, everything(), NEW_YORK, 100).inside()).isZero();
    int far = IncidentRow.UNPLACED;
    columns.putAll(List.of(new IncidentRow(1, far, far, 5, 0, 0, NONE, NONE, NONE, NONE)));
    HeatGrid world = new HeatGrid(-180, -85, 180, 85, 512, 512);
    HeatSurface surface = ENGINE.surface(columns, everything(), world, 100_000);
    assertThat(surface.inside()).isZero();
    assertThat(max(surface.perKm2())).isZero();
  }

  @Test
  void refusesWhatCannotBeReckoned() {
    IncidentColumns none = new IncidentColumns();
    assertThatThrownBy(() -> ENGINE.surface(none, everything(), NEW_YORK, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    HeatGrid doorstep = new HeatGrid(0, 0, 0.0001, 0.0001, 10, 10);
    assertThatThrownBy(() -> ENGINE.surface(none, everything(), doorstep, 90_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeatGrid(1, 0, 1, 1, 10, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeatGrid(0, 0, 1, 1, 513, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
