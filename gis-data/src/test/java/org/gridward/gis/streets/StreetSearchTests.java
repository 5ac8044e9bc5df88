package org.gridward.gis.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetSearchTests {

  private static final double NEAR = 1e-6;

  private static Snap anywhere(MadeUpStreets streets) {
    double share = streets.random.nextInt(5) == 0 ? 0 : streets.random.nextDouble();
    return new Snap(
        streets.random.nextInt(streets.edges.size()), share, 50 * streets.random.nextDouble());
  }

  @ParameterizedTest
  @EnumSource(Travel.class)
  void findsTheQuickestWayAsBruteForceDoes(Travel by) {
    int reached = 0;
    for (int seed = 0; seed < 60; seed++) {
      MadeUpStreets streets = new MadeUpStreets(seed, 3 + seed, 4 + 2 * seed);
      StreetNetwork network = new StreetNetwork(streets.graph());
      Snap start = anywhere(streets);
      double[] nodes = streets.seconds(List.of(start), by);
      StreetSearch search = network.from(start, by);
      for (int i = 0; i < 20; i++) {
        Snap target = anywhere(streets);
        double expected = streets.seconds(List.of(start), nodes, target, by);
        Optional<Trip> found = search.to(target);
        assertThat(found.isPresent()).isEqualTo(Double.isFinite(expected));
        if (found.isPresent()) {
          reached++;
          assertThat(found.get().seconds()).isCloseTo(expected, within(NEAR));
          assertThat(network.from(start, by).to(target)).isEqualTo(found);
        }
      }
    }
    assertThat(reached).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void takesWhicheverOfManyIsQuickestAndStopsAtTheLimit(long seed) {
    MadeUpStreets streets = new MadeUpStreets(seed, 80, 160);
    StreetNetwork network = new StreetNetwork(streets.graph());
    List<Snap> sources = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      sources.add(anywhere(streets));
    }
    double limit = 1_800;
    double[] nodes = streets.seconds(sources, Travel.ON_FOOT);
    StreetSearch search = network.toAny(sources, limit);
    int within = 0;
    for (int i = 0; i < 200; i++) {
      Snap target = anywhere(streets);
      double expected = streets.seconds(sources, nodes, target, Travel.ON_FOOT);
      Optional<Trip> found = search.to(target);
      assertThat(found.isPresent()).isEqualTo(expected <= limit);
      found.ifPresent(trip -> assertThat(trip.seconds()).isCloseTo(expected, within(NEAR)));
      within += found.isPresent() ? 1 : 0;
    }
    assertThat(within).isBetween(10, 190);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void isTheSameThereAndBackOnFootAndNeverShorterThanTheStraightLine(long seed) {
    MadeUpStreets streets = new MadeUpStreets(seed, 200, 500);
    StreetNetwork network = new StreetNetwork(streets.graph());
    int compared = 0;
    for (int i = 0; i < 200; i++) {
      double[] a = {streets.lon(), streets.lat()};
      double[] b = {streets.lon(), streets.lat()};
      Optional<Snap> from = network.snap(a[0], a[1], Travel.ON_FOOT);
      Optional<Snap> to = network.snap(b[0], b[1], Travel.ON_FOOT);
      if (from.isEmpty() || to.isEmpty()) {
        continue;
      }
      Optional<Trip> there = network.from(from.get(), Travel.ON_FOOT).to(to.get());
      Optional<Trip> back = network.from(to.get(), Travel.ON_FOOT).to(from.get());
      assertThat(there.isPresent()).isEqualTo(back.isPresent());
      if (there.isPresent()) {
        compared++;
        assertThat(there.get().seconds()).isCloseTo(back.orElseThrow().seconds(), within(NEAR));
        assertThat(there.get().metres()).isCloseTo(back.get().metres(), within(NEAR));
        assertThat(there.get().metres())
            .isGreaterThanOrEqualTo(Metres.between(a[0], a[1], b[0], b[1]) - 0.01);
      }
    }
    assertThat(compared).isGreaterThan(100);
  }
}
