package org.gridward.cli.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityWalks;
import org.locationtech.jts.geom.Coordinate;

/** The houses of the made-up city and the streets between them. Immutable. */
final class DemoGround {

  private final List<Spot> houses;
  private final CityWalks walks;

  private DemoGround(List<Spot> houses, CityWalks walks) {
    this.houses = List.copyOf(houses);
    this.walks = walks;
  }

  static DemoGround of(City city) {
    return new DemoGround(
        city.addresses().stream().map(address -> new Spot(address.lon(), address.lat())).toList(),
        CityWalks.of(city));
  }

  /** At the door of some house. */
  Spot somewhere(RandomGenerator random) {
    return houses.get(random.nextInt(houses.size()));
  }

  /** The corners of the way along the streets, the first and the last place included. */
  List<Spot> walk(Spot from, Spot to) {
    return walks.walk(coordinate(from), coordinate(to)).stream()
        .map(corner -> new Spot(corner.x, corner.y))
        .toList();
  }

  private static Coordinate coordinate(Spot spot) {
    return new Coordinate(spot.lon(), spot.lat());
  }
}
