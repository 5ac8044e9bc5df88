package org.gridward.gis.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.gridward.gis.streets.MadeUpStreets.Edge;
import org.gridward.gis.streets.StreetGraphBuilder.Speeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

class StreetNetworkTests {

  @ParameterizedTest
  @EnumSource(Travel.class)
  void putsAPlaceOnTheNearestStreetThatIsOpenAndOnNoneFarAway(Travel by) {
    MadeUpStreets streets = new MadeUpStreets(12, 12, 14);
    StreetNetwork network = new StreetNetwork(streets.graph());
    int near = 0;
    int far = 0;
    for (int i = 0; i < 2_000; i++) {
      double lon = streets.lon() + 0.004 * (streets.random.nextDouble() - 0.5);
      double lat = streets.lat() + 0.004 * (streets.random.nextDouble() - 0.5);
      double expected = Double.POSITIVE_INFINITY;
      for (Edge edge : streets.edges) {
        if (isOpen(edge, by)) {
          expected = Math.min(expected, metres(edge.course(), lon, lat));
        }
      }
      Optional<Snap> found = network.snap(lon, lat, by);
      if (expected > StreetNetwork.FARTHEST_STREET_METRES) {
        assertThat(found).isEmpty();
        far++;
      } else {
        assertThat(found.orElseThrow().offMetres()).isCloseTo(expected, within(1e-6));
        assertThat(isOpen(streets.edges.get(found.get().edge()), by)).isTrue();
        near++;
      }
    }
    assertThat(near).isGreaterThan(500);
    assertThat(far).isGreaterThan(50);
  }

  private static boolean isOpen(Edge edge, Travel by) {
    Speeds speeds = edge.speeds();
    return by == Travel.ON_FOOT ? speeds.foot() > 0 : speeds.car() > 0 || speeds.carBack() > 0;
  }

  private static double metres(double[] course, double lon, double lat) {
    Metres metres = Metres.at(lat);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 2; i < course.length; i += 2) {
      LineSegment piece =
          new LineSegment(
              course[i - 2] * metres.lon(),
              course[i - 1] * metres.lat(),
              course[i] * metres.lon(),
              course[i + 1] * metres.lat());
      least =
          Math.min(least, piece.distance(new Coordinate(lon * metres.lon(), lat * metres.lat())));
    }
    return least;
  }

  @Test
  void measuresOnTheEllipsoid() {
    // Lengths of a degree by the published series for WGS 84.
    assertThat(Metres.at(0).lon()).isCloseTo(111_319.49, within(0.01));
    assertThat(Metres.at(0).lat()).isCloseTo(110_574.28, within(0.05));
    assertThat(Metres.at(60).lon()).isCloseTo(55_800.0, within(0.5));
  }

  @Test
  void worksWithoutAnyStreet() {
    StreetNetwork empty = new StreetNetwork(new StreetGraphBuilder().build());
    assertThat(empty.snap(121.5, 31.2, Travel.ON_FOOT)).isEmpty();
    assertThat(empty.box().isNull()).isTrue();
  }
}
