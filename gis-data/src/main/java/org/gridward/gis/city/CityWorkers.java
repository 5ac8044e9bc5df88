package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import org.gridward.gis.demo.Skills;
import org.gridward.gis.demo.WorkerNames;
import org.gridward.gis.demo.WorkerRow;

/** Posts of grid workers: three for a community. */
final class CityWorkers {

  private static final int POSTS = 3;

  private CityWorkers() {}

  static List<WorkerRow> of(City city) {
    List<WorkerRow> workers = new ArrayList<>();
    List<CityArea> cells = city.level(CityLevel.CELL);
    for (CityArea community : city.level(CityLevel.COMMUNITY)) {
      List<String> codes =
          cells.stream()
              .filter(cell -> community.code().equals(cell.parent()))
              .map(CityArea::code)
              .toList();
      add(workers, codes, community.name());
    }
    return workers;
  }

  private static void add(List<WorkerRow> workers, List<String> cells, Name community) {
    int posts = Math.min(POSTS, cells.size());
    for (int post = 0; post < posts; post++) {
      int number = workers.size() + 1;
      workers.add(
          new WorkerRow(
              WorkerNames.of(number),
              "worker%02d".formatted(number),
              share(cells, post, posts),
              post == 0 ? "lead" : "post",
              Skills.ofTurn(workers.size()),
              posts == 1 ? List.of() : share(cells, (post + 1) % posts, posts),
              "%s / %s工作站"
                  .formatted(
                      community.en().replace(" Community", " station"),
                      community.zh().replace("社区", ""))));
    }
  }

  private static List<String> share(List<String> cells, int part, int parts) {
    return cells.subList(cells.size() * part / parts, cells.size() * (part + 1) / parts);
  }
}
