package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityAddress;
import org.gridward.gis.city.CityArea;
import org.gridward.gis.city.CityLevel;
import org.gridward.gis.demo.WorkerCsv;
import org.gridward.gis.demo.WorkerRow;

/**
 * The made-up city as an input of load: {@value #CELLS} cells on five levels, one grid worker a
 * cell, and the houses of each cell as places of reports. Drawn once in a process.
 */
final class MadeUpCity {

  static final int CELLS = 2_160;
  private static final long SEED = 7;

  private final City city = City.of(SEED, CELLS);
  private final List<CityArea> cells = city.level(CityLevel.CELL);
  private final List<List<CityAddress>> houses = new ArrayList<>();

  private MadeUpCity() {
    Map<String, List<CityAddress>> byCell = new HashMap<>();
    for (CityAddress address : city.addresses()) {
      byCell.computeIfAbsent(address.cell(), _ -> new ArrayList<>()).add(address);
    }
    cells.forEach(cell -> houses.add(byCell.getOrDefault(cell.code(), List.of())));
  }

  private static final class Drawn {
    static final MadeUpCity CITY = new MadeUpCity();
  }

  /** Writes the files of {@code make city}, and the workers over its own. */
  static void write(Path folder) throws IOException {
    Drawn.CITY.city.write(folder);
    List<WorkerRow> workers = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      List<String> cell = List.of(Drawn.CITY.cells.get(i).code());
      workers.add(
          new WorkerRow(
              "Worker %04d".formatted(i),
              login(i),
              cell,
              "grid worker",
              List.of(),
              List.of(),
              null));
    }
    WorkerCsv.write(workers, folder.resolve("workers.csv"));
  }

  /** Who answers for cell {@code index}. */
  static String login(int index) {
    return "worker%04d".formatted(index);
  }

  /** A random house of cell {@code index}, or its middle: longitude, latitude. */
  static double[] pointIn(int index) {
    List<CityAddress> houses = Drawn.CITY.houses.get(index);
    if (houses.isEmpty()) {
      var middle = Drawn.CITY.cells.get(index).boundary().getInteriorPoint();
      return new double[] {middle.getX(), middle.getY()};
    }
    CityAddress house = houses.get(ThreadLocalRandom.current().nextInt(houses.size()));
    return new double[] {house.lon(), house.lat()};
  }
}
