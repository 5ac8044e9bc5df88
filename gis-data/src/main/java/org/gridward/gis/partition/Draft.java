package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A balanced division as it might be, with what speaks for it. Load and form pull against each
 * other: the more the ground counts beside the load, the more alike in size and the rounder the
 * cells, and the less even their load. So some are drawn, and the best is taken.
 *
 * @param smallest the smallest cell's ground over the mean
 */
record Draft(List<MultiPolygon> parts, Shares shares, double smallest) {

  /** How much the ground counts beside the load; 1 is cells of equal ground. */
  private static final double[] GROUND_SHARES = {1, 0.1, 0.2, 0.35, 0.6};

  private static final double[] GROUND_SHARES_OF_MANY = {1, 0.15};

  /** Beyond so many cells fewer drafts are drawn. */
  private static final int MANY = 150;

  /** Of one cell's fair share, what a single place counts at most. */
  private static final double[] MOST_OF_A_PLACE = {0.5, 1};

  private static final double ROUND = 0.7;
  private static final double ROUGH = 0.35;
  private static final double SMALL = 0.1;

  /** The best of some; of those that are as many cells as asked for, where there is one. */
  static Draft best(Geometry ground, int cells, List<Load> loads) {
    LocalPlane plane = new LocalPlane(ground);
    Spread spread = Spread.of(ground, plane, loads, cells);
    double squareMetres = Measure.squareMetres(ground);
    double[] groundShares = cells > MANY ? GROUND_SHARES_OF_MANY : GROUND_SHARES;
    List<Draft> drafts = new ArrayList<>();
    for (double groundShare : spread.hasLoad() ? groundShares : new double[] {1}) {
      for (double most : groundShare == 1 ? new double[] {1} : MOST_OF_A_PLACE) {
        double[] mass = spread.mass(groundShare, most / cells);
        PowerDiagram diagram = Balance.find(spread, mass, squareMetres, cells);
        drawn(ground, plane, diagram, loads).ifPresent(drafts::add);
      }
    }
    if (drafts.isEmpty()) {
      throw new EditRefused(
          "not-exact", "no division meets the border exactly; take another number");
    }
    double even = drafts.getFirst().shares.deviation();
    return drafts.stream()
        .filter(draft -> draft.shares.deviation() <= even)
        .min(
            Comparator.comparingInt((Draft draft) -> cells - draft.parts.size())
                .thenComparingDouble(Draft::blame))
        .orElseThrow();
  }

  /** Uneven load, and beyond what is good enough, form: the less the better. */
  private double blame() {
    return shares.deviation()
        + Math.max(0, ROUND - shares.compactness())
        + Math.max(0, ROUGH - shares.leastCompactness())
        + 4 * Math.max(0, SMALL - smallest);
  }

  /** Empty where a border runs into a corner of the ground: another draft will do. */
  private static Optional<Draft> drawn(
      Geometry ground, LocalPlane plane, PowerDiagram diagram, List<Load> loads) {
    try {
      return Optional.of(of(parts(ground, plane, diagram), loads));
    } catch (EditRefused notExact) {
      return Optional.empty();
    }
  }

  private static Draft of(List<MultiPolygon> parts, List<Load> loads) {
    double[] area = parts.stream().mapToDouble(Measure::squareMetres).toArray();
    return new Draft(
        parts,
        Shares.of(parts, loads),
        Arrays.stream(area).min().orElse(0) / Arrays.stream(area).average().orElse(1));
  }

  static List<MultiPolygon> parts(Geometry ground, LocalPlane plane, PowerDiagram diagram) {
    Envelope box = plane.toMetres(ground).getEnvelopeInternal();
    box.expandBy(0.05 * box.getDiameter());
    List<LineString> lines = new ArrayList<>();
    for (LineString border : diagram.borders(box)) {
      lines.add((LineString) plane.toDegrees(border));
    }
    List<Polygon> faces = Faces.cut(ground, lines);
    int[] owner = new int[faces.size()];
    double[] worth = new double[faces.size()];
    for (int i = 0; i < owner.length; i++) {
      Coordinate inside = plane.toMetres(Polygons.inside(faces.get(i)));
      owner[i] = diagram.at(inside.x, inside.y);
      worth[i] = Measure.squareMetres(faces.get(i));
    }
    Pieces pieces = new Pieces(faces, owner, worth);
    pieces.join();
    return pieces.cells();
  }
}
