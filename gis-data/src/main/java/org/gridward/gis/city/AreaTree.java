package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Groups the cells to communities, subdistricts, districts and the city, names and numbers them.
 * Siblings are numbered row by row from north to south, in a row from west to east; a row is as
 * high as the siblings are on average.
 */
final class AreaTree {

  /** 99 is no province: no real code begins so. */
  private static final String CITY_CODE = "990100";

  private static final int FEWEST_CELLS = 4;

  private record Node(CityLevel level, List<Node> below, List<Integer> plots) {}

  private final List<Plot> plots;
  private final List<Geometry> cells;
  private final CityNames names;
  private final List<CityArea> areas = new ArrayList<>();

  /** The code of each plot's cell. */
  final String[] codes;

  AreaTree(List<Plot> plots, List<Geometry> cells, CityNames names) {
    this.plots = plots;
    this.cells = cells;
    this.names = names;
    this.codes = new String[plots.size()];
  }

  /** All areas, each after the one above it. */
  List<CityArea> build() {
    int count = plots.size();
    Grouping grouping = Grouping.of(cells);
    int[] communities = grouping.join(plots.stream().mapToInt(Plot::seed).toArray(), FEWEST_CELLS);
    int[] subdistricts = grouping.join(communities, Math.clamp(count / 8, 7, 36));
    int[] districts = grouping.join(subdistricts, Math.clamp(count * 28L / 100, 12, 900));
    List<Integer> all = IntStream.range(0, count).boxed().toList();
    Node city = node(CityLevel.CITY, all, districts, subdistricts, communities);
    name(city, CITY_CODE, null, CityNames.CITY, 0);
    return areas;
  }

  private Node node(CityLevel level, List<Integer> mine, int[]... groups) {
    List<Node> below = new ArrayList<>();
    if (level == CityLevel.COMMUNITY) {
      mine.forEach(plot -> below.add(new Node(CityLevel.CELL, List.of(), List.of(plot))));
    } else {
      CityLevel next = CityLevel.values()[level.ordinal() + 1];
      int[][] rest = Arrays.copyOfRange(groups, 1, groups.length);
      Map<Integer, List<Integer>> parts = new TreeMap<>();
      mine.forEach(
          plot -> parts.computeIfAbsent(groups[0][plot], k -> new ArrayList<>()).add(plot));
      parts.values().forEach(part -> below.add(node(next, part, rest)));
    }
    return new Node(level, below, mine);
  }

  private void name(Node node, String code, @Nullable String parent, Name name, int at) {
    Geometry boundary =
        CoverageUnion.union(node.plots.stream().map(cells::get).toArray(Geometry[]::new)).norm();
    int households = node.plots.stream().mapToInt(plot -> households(plots.get(plot))).sum();
    areas.add(new CityArea(code, parent, node.level, name, boundary, households));
    if (node.level == CityLevel.CELL) {
      codes[node.plots.getFirst()] = code;
    }
    int number = 0;
    for (Node child : inReadingOrder(node.below)) {
      number++;
      name(child, codeBelow(code, node.level, number), code, nameOf(child, name, number), at + 1);
    }
  }

  static int households(Plot plot) {
    return (int) Math.clamp(Math.round(plot.households()), 300, 500);
  }

  private static String codeBelow(String code, CityLevel level, int number) {
    return level == CityLevel.CITY
        ? code.substring(0, 4) + String.format(Locale.ROOT, "%02d", number)
        : code + String.format(Locale.ROOT, "%03d", number);
  }

  private Name nameOf(Node node, Name above, int number) {
    return switch (node.level) {
      case CITY -> CityNames.CITY;
      case DISTRICT -> names.district();
      case SUBDISTRICT -> names.subdistrict();
      case COMMUNITY -> names.community();
      case CELL -> CityNames.cell(above, number);
    };
  }

  private List<Node> inReadingOrder(List<Node> nodes) {
    record Placed(Node node, Coordinate middle) {}
    List<Placed> placed = new ArrayList<>();
    for (Node node : nodes) {
      Geometry ground =
          CoverageUnion.union(node.plots.stream().map(cells::get).toArray(Geometry[]::new));
      placed.add(new Placed(node, ground.getCentroid().getCoordinate()));
    }
    placed.sort(Comparator.comparingDouble(one -> -one.middle.y));
    int rows = Math.max(1, (int) Math.round(Math.sqrt(placed.size())));
    List<Node> ordered = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Placed> line =
          new ArrayList<>(
              placed.subList(placed.size() * row / rows, placed.size() * (row + 1) / rows));
      line.sort(Comparator.comparingDouble(one -> one.middle.x));
      line.forEach(one -> ordered.add(one.node));
    }
    return Collections.unmodifiableList(ordered);
  }
}
