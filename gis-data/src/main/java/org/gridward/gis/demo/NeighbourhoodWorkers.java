package org.gridward.gis.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;

/**
 * Made-up workers for a real city: every neighbourhood gets a few posts, which share its cells; for
 * each cell the next post of the neighbourhood stands in. Names are those of posts, not of people.
 */
public final class NeighbourhoodWorkers {
  /** A cell and the neighbourhood it lies in, by their codes. */
  public record CellOf(String code, String parent) {}

  private NeighbourhoodWorkers() {}

  /**
   * The workers, by neighbourhood.
   *
   * @param perNeighbourhood posts in each, at least 1; never more than it has cells
   */
  public static List<WorkerRow> of(List<CellOf> cells, int perNeighbourhood) {
    if (perNeighbourhood < 1) {
      throw new IllegalArgumentException(
          "workers of a neighbourhood (%d) must be at least 1".formatted(perNeighbourhood));
    }
    Map<String, List<String>> neighbourhoods = new TreeMap<>();
    for (CellOf cell : cells) {
      neighbourhoods.computeIfAbsent(cell.parent(), code -> new ArrayList<>()).add(cell.code());
    }
    List<WorkerRow> workers = new ArrayList<>();
    neighbourhoods.forEach(
        (code, own) -> addPosts(workers, code, own.stream().sorted().toList(), perNeighbourhood));
    return workers;
  }

  private static void addPosts(
      List<WorkerRow> workers, String code, List<String> cells, int wanted) {
    int posts = Math.min(wanted, cells.size());
    for (int post = 0; post < posts; post++) {
      String number = code + "-" + (post + 1);
      workers.add(
          new WorkerRow(
              number,
              number.toLowerCase(Locale.ROOT),
              share(cells, post, posts),
              "post",
              Skills.ofTurn(workers.size()),
              posts == 1 ? List.of() : share(cells, (post + posts - 1) % posts, posts),
              code));
    }
  }

  /** Consecutive codes, which mostly lie beside each other. */
  private static List<String> share(List<String> cells, int part, int parts) {
    return cells.subList(cells.size() * part / parts, cells.size() * (part + 1) / parts);
  }

  /**
   * Cells of a file of features; those without a code or parent are left out.
   *
   * @throws org.gridward.gis.formats.UnreadableFile as {@link Features#open}
   */
  public static List<CellOf> readCells(
      Path file, ReadOptions options, String codeAttribute, String parentAttribute) {
    List<CellOf> cells = new ArrayList<>();
    try (FeatureSource source = Features.open(file, options)) {
      while (source.hasNext()) {
        if (source.next() instanceof Feature feature) {
          String code = feature.text(codeAttribute);
          String parent = feature.text(parentAttribute);
          if (code != null && parent != null) {
            cells.add(new CellOf(code, parent));
          }
        }
      }
    }
    return cells;
  }
}
