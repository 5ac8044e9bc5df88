package org.gridward.gis.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gridward.gis.city.StreetNet.Stretch;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class CityWalksTests {

  private static final City CITY = City.of(7, 60);
  private static final CityWalks WALKS = CityWalks.of(CITY);

  private static Coordinate house(Random random) {
    List<CityAddress> all = CITY.addresses();
    CityAddress address = all.get(random.nextInt(all.size()));
    return new Coordinate(address.lon(), address.lat());
  }

  /** Bellman and Ford's way from one corner to all, as slow as it is plain. */
  private static Map<Coordinate, Double> metresFrom(Coordinate corner) {
    Map<Coordinate, Double> metres = new HashMap<>(Map.of(corner, 0.0));
    for (boolean better = true; better; ) {
      better = false;
      for (Stretch stretch : CITY.net.stretches) {
        Coordinate[] points = stretch.points();
        double length = stretch.line().getLength();
        better |= relax(metres, points[0], points[points.length - 1], length);
        better |= relax(metres, points[points.length - 1], points[0], length);
      }
    }
    return metres;
  }

  private static boolean relax(
      Map<Coordinate, Double> metres, Coordinate from, Coordinate to, double length) {
    double there = metres.getOrDefault(from, Double.POSITIVE_INFINITY) + length;
    return there < metres.getOrDefault(to, Double.POSITIVE_INFINITY)
        && !Double.valueOf(there).equals(metres.put(to, there));
  }

  @Test
  void findsTheShortestWayAlongTheStreets() {
    Random random = new Random(3);
    for (int round = 0; round < 6; round++) {
      Coordinate from = house(random);
      Map<Coordinate, Double> metres = null;
      for (int to = 0; to < 30; to++) {
        List<Coordinate> way = WALKS.walk(from, house(random));
        List<Coordinate> street = way.subList(1, way.size() - 1);
        if (street.isEmpty()) {
          continue; // to a neighbour
        }
        if (metres == null) {
          metres = metresFrom(street.getFirst());
        }
        assertThat(metres(street)).isCloseTo(metres.get(street.getLast()), within(0.01));
      }
    }
  }

  private static double metres(List<Coordinate> way) {
    double sum = 0;
    for (int i = 1; i < way.size(); i++) {
      sum += Plane.toMetres(way.get(i - 1)).distance(Plane.toMetres(way.get(i)));
    }
    return sum;
  }

  @Test
  void keepsToTheStreetsAndCrossesTheRiverByBridgesOnly() {
    Set<List<Coordinate>> onStreets = new HashSet<>();
    Set<List<Coordinate>> onBridges = new HashSet<>();
    for (Stretch stretch : CITY.net.stretches) {
      List<Coordinate> points = Arrays.asList(stretch.points());
      for (int i = 1; i < points.size(); i++) {
        List<Coordinate> step = List.of(points.get(i - 1), points.get(i));
        onStreets.add(step);
        onStreets.add(step.reversed());
        if (stretch.street().bridge()) {
          onBridges.add(step);
          onBridges.add(step.reversed());
        }
      }
    }
    PreparedGeometry river = PreparedGeometryFactory.prepare(CITY.shape.river.buffer(-3));
    Random random = new Random(4);
    int crossings = 0;
    for (int round = 0; round < 400; round++) {
      List<Coordinate> way = WALKS.walk(house(random), house(random));
      for (int i = 1; i < way.size(); i++) {
        List<Coordinate> step = List.of(way.get(i - 1), way.get(i));
        assertThat(i == 1 || i == way.size() - 1 || onStreets.contains(step)).isTrue();
        boolean wet = river.intersects(line(step));
        assertThat(wet && !onBridges.contains(step)).isFalse();
        crossings += wet ? 1 : 0;
      }
    }
    assertThat(crossings).isGreaterThan(20);
  }

  private static Geometry line(List<Coordinate> step) {
    List<Coordinate> metres = new ArrayList<>();
    step.forEach(point -> metres.add(Plane.toMetres(point)));
    return Plane.METRES.createLineString(metres.toArray(Coordinate[]::new));
  }

  @Test
  void comesBackFromTheOpenSea() {
    Coordinate sea = new Coordinate(161, 35);
    Coordinate house = house(new Random(5));
    assertThat(WALKS.walk(sea, house)).hasSizeGreaterThan(2).startsWith(sea).endsWith(house);
    assertThat(WALKS.walk(house, house).getFirst()).isEqualTo(house);
  }
}
