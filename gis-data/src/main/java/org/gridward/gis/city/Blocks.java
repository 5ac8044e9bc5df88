package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Cuts the cells into blocks by smaller streets. */
final class Blocks {

  /**
   * Ground between streets.
   *
   * @param plot number of the cell's plot
   * @param seed of what stands on it
   */
  record Block(Polygon ground, int plot, LandUse use, long seed) {}

  final List<Block> blocks = new ArrayList<>();
  final List<Street> streets = new ArrayList<>();

  private final LandUses uses;
  private final CityNames names;
  private final Random random;

  Blocks(LandUses uses, CityNames names, Random random) {
    this.uses = uses;
    this.names = names;
    this.random = random;
  }

  void divide(Plot plot, int number) {
    CutLine lines = new CutLine(random, CutLine.angleOf(plot.ground()));
    divide(plot.ground(), number, lines, 0);
  }

  private void divide(Polygon ground, int plot, CutLine lines, int depth) {
    Point middle = ground.getInteriorPoint();
    LandUse use = uses.builtAt(middle.getX(), middle.getY());
    boolean park = uses.isPark(middle.getX(), middle.getY());
    double wanted = park ? LandUse.PARK.blockSquareMetres() : use.blockSquareMetres();
    if (ground.getArea() > wanted * 1.6 && depth < 14) {
      Cut cut = cut(ground, lines, use);
      if (cut != null) {
        RoadKind kind = park ? RoadKind.FOOTWAY : kind(use, depth);
        streets.add(
            new Street(
                kind, kind == RoadKind.FOOTWAY ? null : names.road(kind), cut.street(), false));
        divide(cut.one(), plot, lines, depth + 1);
        divide(cut.other(), plot, lines, depth + 1);
        return;
      }
    }
    boolean square = !park && use != LandUse.INDUSTRY && random.nextInt(26) == 0;
    blocks.add(new Block(ground, plot, park || square ? LandUse.PARK : use, random.nextLong()));
  }

  private static RoadKind kind(LandUse use, int depth) {
    return switch (use) {
      case OLD_TOWN -> depth < 1 ? RoadKind.RESIDENTIAL : RoadKind.LIVING_STREET;
      case TOWERS -> RoadKind.SERVICE;
      case CENTRE, MIDRISE, VILLAS, INDUSTRY, PARK -> RoadKind.RESIDENTIAL;
    };
  }

  private @Nullable Cut cut(Polygon ground, CutLine lines, LandUse use) {
    Cut best = null;
    double least = 0.5;
    for (int attempt = 0; attempt < 4 && best == null; attempt++) {
      CutLine.Axis axis =
          lines.axis(ground, use, attempt > 1, attempt > 2 ? random.nextDouble() : 0);
      double share = 0.42 + 0.16 * random.nextDouble();
      for (Cut cut : Cut.along(ground, lines.line(axis, axis.at(share), use))) {
        double uneven = Math.abs(cut.one().getArea() / ground.getArea() - 0.5);
        if (uneven < least - 0.12) {
          least = uneven;
          best = cut;
        }
      }
    }
    return best;
  }
}
