package org.gridward.gis.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.gis.partition.Scatter;
import org.locationtech.jts.geom.Coordinate;

/** Shares each cell's households out among its buildings, by their floors. */
final class CityHomes {

  /** Of a hundred households, how many have one person, two and so on. */
  private static final int[] SIZES = {25, 30, 24, 15, 6};

  private CityHomes() {}

  static List<CityHome> of(City city) {
    Map<String, List<Building>> byCell = new HashMap<>();
    for (Building building : city.buildings) {
      byCell
          .computeIfAbsent(city.cellOfPlot.get(building.plot()), code -> new ArrayList<>())
          .add(building);
    }
    Random random = new Random(city.seed() + 4);
    List<CityHome> homes = new ArrayList<>();
    for (CityArea cell : city.level(CityLevel.CELL)) {
      share(cell, byCell.getOrDefault(cell.code(), List.of()), random, homes);
    }
    return homes;
  }

  /** A cell without buildings has its households here and there on its ground. */
  private static void share(
      CityArea cell, List<Building> buildings, Random random, List<CityHome> homes) {
    List<Coordinate> places = new ArrayList<>();
    List<Double> room = new ArrayList<>();
    for (Building building : buildings) {
      Coordinate middle = building.middle();
      places.add(new Coordinate(Plane.lon(middle.x), Plane.lat(middle.y)));
      room.add(floorSquareMetres(building));
    }
    if (places.isEmpty()) {
      places.addAll(Scatter.evenly(cell.boundary(), 12));
      places.forEach(_ -> room.add(1.0));
    }
    double all = room.stream().mapToDouble(Double::doubleValue).sum();
    double passed = 0;
    int given = 0;
    for (int i = 0; i < places.size(); i++) {
      passed += room.get(i);
      int until = (int) Math.round(cell.households() * passed / all);
      if (until > given) {
        homes.add(home(cell, places.get(i), until - given, random));
      }
      given = until;
    }
  }

  private static CityHome home(CityArea cell, Coordinate at, int households, Random random) {
    return new CityHome(
        Plane.rounded(at.x),
        Plane.rounded(at.y),
        households,
        people(households, random),
        cell.code());
  }

  private static double floorSquareMetres(Building building) {
    double floors =
        switch (building.use()) {
          case OLD_TOWN -> 2;
          case CENTRE -> 5;
          case MIDRISE -> 6;
          case TOWERS -> 24;
          case VILLAS -> 1.5;
          case INDUSTRY, PARK -> 0.05;
        };
    return floors * Plane.METRES.createPolygon(building.ring()).getArea();
  }

  private static int people(int households, Random random) {
    int people = 0;
    for (int i = 0; i < households; i++) {
      int draw = random.nextInt(100);
      int size = 0;
      while (draw >= SIZES[size]) {
        draw -= SIZES[size++];
      }
      people += size + 1;
    }
    return people;
  }

  static void write(List<CityHome> homes, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("lon", "lat", "households", "people");
      for (CityHome home : homes) {
        csv.writeRecord(
            Double.toString(home.lon()),
            Double.toString(home.lat()),
            Integer.toString(home.households()),
            Integer.toString(home.people()));
      }
    }
  }
}
