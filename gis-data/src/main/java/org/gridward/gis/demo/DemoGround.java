package org.gridward.gis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.gis.demo.DemoNames.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;

/** Lays out the areas: blocks become cells, cells communities, those subdistricts and the city. */
final class DemoGround {
  private static final int COLUMNS = 12;
  private static final int ROWS = 9;
  private static final int BANDS = 3;

  /** One pair of neighbouring blocks in so many becomes one cell. */
  private static final int MELTED = 3;

  private final StreetPlan plan;
  private final Random random;
  private final List<DemoArea> areas = new ArrayList<>();

  DemoGround(Random random) {
    this.random = random;
    this.plan = new StreetPlan(COLUMNS, ROWS, random);
  }

  /** All areas, each after the one above it. */
  List<DemoArea> lay() {
    List<DemoArea> below = new ArrayList<>();
    List<Geometry> parts = new ArrayList<>();
    for (int number = 0; number < BANDS; number++) {
      parts.add(laySubdistrict(number, below));
    }
    areas.add(area("DEMO", null, DemoLevel.CITY, DemoNames.CITY, union(parts)));
    areas.addAll(below);
    return areas;
  }

  private Geometry laySubdistrict(int number, List<DemoArea> into) {
    String code = "DEMO-%d".formatted(number + 1);
    List<DemoArea> below = new ArrayList<>();
    List<Geometry> parts = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      parts.add(layCommunity(number * BANDS + band, code, below));
    }
    Geometry boundary = union(parts);
    into.add(area(code, "DEMO", DemoLevel.SUBDISTRICT, DemoNames.subdistrict(number), boundary));
    into.addAll(below);
    return boundary;
  }

  private Geometry layCommunity(int number, String parent, List<DemoArea> into) {
    String code = "%s-%d".formatted(parent, number % BANDS + 1);
    List<Geometry> shapes = cellShapes(number / BANDS, number % BANDS);
    Geometry boundary = union(shapes);
    into.add(area(code, parent, DemoLevel.COMMUNITY, DemoNames.community(number), boundary));
    for (int i = 0; i < shapes.size(); i++) {
      Name name = DemoNames.cell(number, i + 1);
      into.add(area("%s-%02d".formatted(code, i + 1), code, DemoLevel.CELL, name, shapes.get(i)));
    }
    return boundary;
  }

  /** Blocks of one community, row by row; now and then two beside each other become one. */
  private List<Geometry> cellShapes(int subdistrict, int band) {
    List<Geometry> shapes = new ArrayList<>();
    for (int row = 0; row < plan.rows(); row++) {
      int last = end(subdistrict, row);
      for (int column = start(subdistrict, row); column < last; column++) {
        if (bandOf(subdistrict, row) != band) {
          continue;
        }
        Geometry block = plan.block(column, row);
        boolean pair = column + 1 < last;
        if (pair && random.nextInt(MELTED) == 0) {
          block = union(List.of(block, plan.block(column + 1, row)));
          column++;
        }
        shapes.add(block);
      }
    }
    return shapes;
  }

  /** The border between subdistricts steps aside from row to row. */
  private static int start(int subdistrict, int row) {
    int step = subdistrict == 0 ? 0 : (row + subdistrict) / 3 % 2;
    return subdistrict * COLUMNS / BANDS + step;
  }

  private static int end(int subdistrict, int row) {
    return subdistrict == BANDS - 1 ? COLUMNS : start(subdistrict + 1, row);
  }

  /** Communities of neighbouring subdistricts do not begin in the same row. */
  private static int bandOf(int subdistrict, int row) {
    return Math.max(0, row - subdistrict % 2) * BANDS / ROWS;
  }

  private static Geometry union(List<Geometry> parts) {
    return CoverageUnion.union(parts.toArray(Geometry[]::new));
  }

  private static DemoArea area(
      String code, @Nullable String parent, DemoLevel level, Name name, Geometry boundary) {
    return new DemoArea(code, parent, level, name.en(), name.zh(), boundary);
  }
}
