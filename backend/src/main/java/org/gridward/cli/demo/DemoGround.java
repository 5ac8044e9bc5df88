package org.gridward.cli.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityAddress;
import org.gridward.gis.city.CityWalks;
import org.gridward.gis.demo.WorkerRow;
import org.locationtech.jts.geom.Coordinate;

/** The houses of the made-up city and the streets between them. Immutable. */
final class DemoGround {

  private final List<Spot> houses;

  /** The houses of the cells that a worker answers for or stands in for, by login. */
  private final Map<String, List<Spot>> beats;

  private final CityWalks walks;

  private DemoGround(List<Spot> houses, Map<String, List<Spot>> beats, CityWalks walks) {
    this.houses = List.copyOf(houses);
    this.beats = Map.copyOf(beats);
    this.walks = walks;
  }

  static DemoGround of(City city) {
    Map<String, List<Spot>> byCell = new HashMap<>();
    List<Spot> houses = new ArrayList<>();
    for (CityAddress address : city.addresses()) {
      Spot house = new Spot(address.lon(), address.lat());
      houses.add(house);
      byCell.computeIfAbsent(address.cell(), code -> new ArrayList<>()).add(house);
    }
    Map<String, List<Spot>> beats = new HashMap<>();
    for (WorkerRow worker : city.workers()) {
      List<Spot> own =
          Stream.concat(worker.cells().stream(), worker.backupCells().stream())
              .flatMap(cell -> byCell.getOrDefault(cell, List.of()).stream())
              .toList();
      beats.put(worker.login(), own);
    }
    return new DemoGround(houses, beats, CityWalks.of(city));
  }

  /** The houses of this worker's cells, as one walks among them: never none. */
  List<Spot> beat(String login) {
    List<Spot> own = beats.getOrDefault(login, List.of());
    return own.isEmpty() ? houses : own;
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
