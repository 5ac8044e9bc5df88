package org.gridward.gis.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up district for trying things out: one city, three subdistricts, nine communities and some
 * eighty cells between bent streets, with workers who answer for them. The place lies in empty
 * steppe; no name, post or boundary describes anything real. The same seed gives the same district
 * on every machine.
 *
 * @param areas each after the one above it; on each level an exact coverage of the level above
 * @param workers three for each community, each with a third of its cells, the next one standing in
 */
public record DemoDistrict(List<DemoArea> areas, List<WorkerRow> workers) {
  private static final int WORKERS_PER_COMMUNITY = 3;

  public DemoDistrict {
    areas = List.copyOf(areas);
    workers = List.copyOf(workers);
  }

  /** The district of this seed. */
  public static DemoDistrict of(long seed) {
    List<DemoArea> areas = new DemoGround(new Random(seed)).lay();
    List<WorkerRow> workers = new ArrayList<>();
    int number = 0;
    for (DemoArea area : areas) {
      if (area.level() == DemoLevel.COMMUNITY) {
        List<String> cells =
            areas.stream()
                .filter(cell -> area.code().equals(cell.parent()))
                .map(DemoArea::code)
                .toList();
        addWorkers(workers, cells, DemoNames.unit(number++));
      }
    }
    return new DemoDistrict(areas, workers);
  }

  private static void addWorkers(List<WorkerRow> workers, List<String> cells, String unit) {
    for (int post = 0; post < WORKERS_PER_COMMUNITY; post++) {
      int number = workers.size() + 1;
      int standsInFor = (post + 1) % WORKERS_PER_COMMUNITY;
      workers.add(
          new WorkerRow(
              "Worker %02d / 网格员%02d".formatted(number, number),
              "worker%02d".formatted(number),
              share(cells, post),
              post == 0 ? "lead" : "post",
              Skills.ofTurn(workers.size()),
              share(cells, standsInFor),
              unit));
    }
  }

  private static List<String> share(List<String> cells, int post) {
    return cells.subList(
        cells.size() * post / WORKERS_PER_COMMUNITY,
        cells.size() * (post + 1) / WORKERS_PER_COMMUNITY);
  }

  /** The areas of one level, in the order of their codes. */
  public List<DemoArea> level(DemoLevel level) {
    return areas.stream().filter(area -> area.level() == level).toList();
  }

  /**
   * Writes the files that {@code import areas} and {@code import workers} take: one GeoJSON for
   * each level ({@link DemoLevel#fileName}; properties {@code code}, {@code parent}, {@code
   * name_en}, {@code name_zh}), {@code workers.csv}, and a README that says it is all made up.
   *
   * @param folder is made where it is not there
   */
  public void write(Path folder) throws IOException {
    DemoFiles.write(this, folder);
  }
}
