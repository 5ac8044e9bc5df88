package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts the ground between the great roads into cells of about the same number of households, each
 * cut a street: the wider, the more cells it parts.
 */
final class Subdivision {

  private static final int COMMUNITY_CELLS = 9;
  private static final double GOOD_ENOUGH = 0.1;

  final List<Plot> plots = new ArrayList<>();
  final List<Street> streets = new ArrayList<>();

  private final Samples samples;
  private final LandUses uses;
  private final CityNames names;
  private final Random random;
  private int communities;

  Subdivision(Samples samples, LandUses uses, CityNames names, Random random) {
    this.samples = samples;
    this.uses = uses;
    this.names = names;
    this.random = random;
  }

  /** Cuts one piece of ground into {@code cells} cells. */
  void divide(Polygon ground, int[] inside, int cells) {
    CutLine lines = new CutLine(random, CutLine.angleOf(ground));
    divide(ground, inside, cells, lines, -1);
  }

  private void divide(Polygon ground, int[] inside, int cells, CutLine lines, int community) {
    int mine = community < 0 && cells <= COMMUNITY_CELLS ? communities++ : community;
    LandUse use = samples.mostly(inside, useAtMiddle(ground));
    if (cells == 1) {
      plots.add(new Plot(ground, mine, samples.households(inside), use));
      return;
    }
    Cut cut = best(ground, inside, cells, lines, use);
    RoadKind kind = kind(cells, use);
    streets.add(new Street(kind, names.road(kind), cut.street(), false));
    int[] one = samples.within(inside, cut.one());
    int[] other = samples.within(inside, cut.other());
    double share =
        samples.households(one) / Math.max(1, samples.households(one) + samples.households(other));
    int left = Math.clamp(Math.round(share * cells), 1, cells - 1);
    divide(cut.one(), one, left, lines, mine);
    divide(cut.other(), other, cells - left, lines, mine);
  }

  private LandUse useAtMiddle(Polygon ground) {
    Coordinate middle = ground.getInteriorPoint().getCoordinate();
    return uses.builtAt(middle.x, middle.y);
  }

  private static RoadKind kind(int cells, LandUse use) {
    if (cells > 22) {
      return RoadKind.SECONDARY;
    }
    if (cells > 6 || use == LandUse.INDUSTRY) {
      return RoadKind.TERTIARY;
    }
    return RoadKind.RESIDENTIAL;
  }

  /** The cut that shares out best among those tried; compact halves are better. */
  private Cut best(Polygon ground, int[] inside, int cells, CutLine lines, LandUse use) {
    Cut best = null;
    double least = Double.MAX_VALUE;
    double wanted = (double) (cells / 2) / cells;
    double all = samples.households(inside);
    for (int attempt = 0; attempt < 14 && (best == null || attempt < 4); attempt++) {
      boolean across = attempt % 2 == 1;
      double share = wanted + (attempt < 2 ? 0 : (random.nextDouble() - 0.5) * 0.3);
      double turn = attempt < 6 ? 0 : random.nextDouble() * Math.PI;
      CutLine.Axis axis = lines.axis(ground, use, across, turn);
      double at =
          all > 0 && inside.length > 0
              ? samples.quantile(inside, axis.east(), axis.north(), share)
              : axis.at(share);
      for (Cut cut : Cut.along(ground, lines.line(axis, at, use))) {
        double part = samples.households(samples.within(inside, cut.one())) / Math.max(1, all);
        double score = score(cut, part, cells) + (across ? 0.1 : 0);
        if (score < least) {
          least = score;
          best = cut;
        }
      }
      if (least < GOOD_ENOUGH) {
        break;
      }
    }
    return required(best, ground);
  }

  private static Cut required(@Nullable Cut best, Polygon ground) {
    if (best == null) {
      throw new IllegalStateException("no street cuts " + ground);
    }
    return best;
  }

  /** How far each half's households are from whole cells, and how long-drawn the halves are. */
  private static double score(Cut cut, double part, int cells) {
    double count = part * cells;
    double whole = Math.clamp(Math.round(count), 1, cells - 1);
    double uneven =
        Math.max(Math.abs(count - whole) / whole, Math.abs(count - whole) / (cells - whole));
    double long1 = drawn(cut.one());
    double long2 = drawn(cut.other());
    return uneven + 0.06 * Math.max(0, Math.max(long1, long2) - 1.5) + 0.2 * Math.abs(0.5 - part);
  }

  /** 1 for a circle, 1.3 for a square, more for what is drawn out. */
  private static double drawn(Polygon polygon) {
    double length = polygon.getLength();
    return length * length / (4 * Math.PI * polygon.getArea());
  }

  /** Shares out whole cells so that they add up; each part gets one at least. */
  static int[] shareOut(double[] households, int cells) {
    double all = Arrays.stream(households).sum();
    int[] counts = new int[households.length];
    int left = cells;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.max(1, (int) (households[i] / all * cells));
      left -= counts[i];
    }
    while (left != 0) {
      int step = Integer.signum(left);
      int best = -1;
      double most = -Double.MAX_VALUE;
      for (int i = 0; i < counts.length; i++) {
        double lacking = (households[i] / all * cells - counts[i]) * step;
        if (lacking > most && counts[i] + step >= 1) {
          most = lacking;
          best = i;
        }
      }
      counts[best] += step;
      left -= step;
    }
    return counts;
  }
}
