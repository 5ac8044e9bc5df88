package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where things gather: noise around bars, rubbish around markets, water near the river, cars around
 * the business quarter, holes in the roads of the harbour. Bars and markets come and go within a
 * year.
 */
final class HotSpots {

  private static final int PLACES = 8;
  private static final double REACH_METRES = 130;

  private final List<List<Building>> bars;
  private final List<List<Building>> markets;
  private final List<Building> river;
  private final List<Building> centre;
  private final List<Building> harbour;

  HotSpots(City city, Random random) {
    List<Building> all = addressed(city);
    List<Building> lively =
        only(all, b -> b.use() == LandUse.OLD_TOWN || b.use() == LandUse.CENTRE);
    bars = around(lively.isEmpty() ? all : lively, all, random);
    markets = around(only(all, b -> b.use() != LandUse.VILLAS), all, random);
    var water = city.shape.river.buffer(140);
    river = only(all, b -> water.contains(Plane.METRES.createPoint(b.middle())));
    centre = only(all, b -> b.use() == LandUse.CENTRE);
    harbour = only(all, b -> b.use() == LandUse.INDUSTRY);
  }

  static List<Building> addressed(City city) {
    return only(city.buildings, building -> building.number() > 0);
  }

  private static List<Building> only(List<Building> some, Predicate<Building> which) {
    return some.stream().filter(which).toList();
  }

  private static List<List<Building>> around(
      List<Building> middles, List<Building> all, Random random) {
    List<List<Building>> places = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      Coordinate middle = middles.get(random.nextInt(middles.size())).middle();
      places.add(
          only(
              all,
              b ->
                  Math.abs(b.ring()[0].x - middle.x) < REACH_METRES
                      && b.middle().distance(middle) < REACH_METRES));
    }
    return places;
  }

  /**
   * Buildings around which this is likely on the day; empty where it may be anywhere.
   *
   * @param season 0 to 1, how far the year is
   */
  List<Building> of(String category, double season, boolean rain, Random random) {
    double luck = random.nextDouble();
    return switch (category) {
      case "noise" -> luck < 0.6 ? moving(bars, season, random) : List.of();
      case "litter" -> luck < 0.45 ? moving(markets, season, random) : List.of();
      case "illegal-parking" -> luck < 0.45 ? centre : List.of();
      case "pothole" -> luck < 0.35 ? harbour : List.of();
      case "water-leak" -> rain && luck < 0.75 ? river : List.of();
      default -> List.of();
    };
  }

  /** Three of the places at a time, one of them the busiest; by and by the next take over. */
  private static List<Building> moving(List<List<Building>> places, double season, Random random) {
    double at = season * places.size() + Math.abs(random.nextGaussian()) * 0.9;
    return places.get((int) at % places.size());
  }
}
