package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.gis.partition.Fault.Action;
import org.gridward.gis.partition.Fault.Kind;
import org.gridward.gis.partition.Fault.Proposal;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Faults between two areas: ground that both claim, and borders whose corners differ. */
final class PairCheck {

  /** Strips narrower than this, in metres, are no ground: the same line drawn twice. */
  static final double LINE_METRES = 0.01;

  private final List<Ground> grounds;
  private final Neighbourhood neighbourhood;
  private final Geometry[] suspect;
  private final List<Fault> faults = new ArrayList<>();

  PairCheck(List<Ground> grounds, Neighbourhood neighbourhood) {
    this.grounds = grounds;
    this.neighbourhood = neighbourhood;
    // JTS finds in one sweep which areas deserve a closer look: in a good partition, none.
    this.suspect =
        CoverageValidator.validate(
            grounds.stream().map(Ground::shape).toArray(Geometry[]::new), Neighbourhood.SAME_LINE);
  }

  List<Fault> faults() {
    Set<Pair> seen = new HashSet<>();
    for (int i = 0; i < grounds.size(); i++) {
      if (suspect[i] != null) {
        Ground one = grounds.get(i);
        for (Ground other : neighbourhood.near(one.shape())) {
          if (!other.code().equals(one.code()) && seen.add(Pair.of(one, other))) {
            check(one, other);
          }
        }
      }
    }
    return faults;
  }

  private record Pair(String first, String second) {
    static Pair of(Ground one, Ground other) {
      boolean ordered = one.code().compareTo(other.code()) < 0;
      return ordered ? new Pair(one.code(), other.code()) : new Pair(other.code(), one.code());
    }
  }

  private void check(Ground a, Ground b) {
    Ground one = a.code().compareTo(b.code()) < 0 ? a : b;
    Ground other = a.equals(one) ? b : a;
    boolean overlap = false;
    for (Polygon part : Polygons.intersection(one.shape(), other.shape())) {
      double width = Measure.width(part);
      if (width >= LINE_METRES) {
        overlap(one, other, part, width);
        overlap = true;
      }
    }
    if (!overlap) {
      mismatch(one, other);
    }
  }

  private void overlap(Ground one, Ground other, Polygon part, double width) {
    faults.add(
        new Fault(
            width < PartitionCheck.SLIVER_METRES ? Kind.OVERLAP_SLIVER : Kind.OVERLAP,
            List.of(one.code(), other.code()),
            null,
            Polygons.inside(part),
            part,
            Measure.squareMetres(part),
            winner(one, other, part)));
  }

  /** Who has more of the border of the overlap with what is left to it; never takes all of one. */
  private static Proposal winner(Ground one, Ground other, Polygon part) {
    double ofOne = keptBorder(one, part);
    double ofOther = keptBorder(other, part);
    boolean first = ofOther < 0 ? false : ofOne < 0 || ofOne >= ofOther;
    return first
        ? new Proposal(Action.GIVE, one.code(), Math.max(ofOne, 0))
        : new Proposal(Action.GIVE, other.code(), Math.max(ofOther, 0));
  }

  /** Metres of common border with what is left without the part; -1 where nothing is left. */
  private static double keptBorder(Ground ground, Polygon part) {
    List<Polygon> rest = Polygons.difference(ground.shape(), part);
    rest.removeIf(polygon -> Measure.width(polygon) < LINE_METRES);
    return rest.isEmpty() ? -1 : Neighbourhood.sharedMetres(part, Polygons.multi(rest));
  }

  private void mismatch(Ground one, Ground other) {
    Set<Coordinate> loose = new HashSet<>(loose(one.shape(), other.shape()));
    loose.addAll(loose(other.shape(), one.shape()));
    if (loose.isEmpty()) {
      return;
    }
    MultiPoint points =
        Polygons.FACTORY.createMultiPointFromCoords(
            loose.stream().sorted().toArray(Coordinate[]::new));
    faults.add(
        new Fault(
            Kind.MISMATCH,
            List.of(one.code(), other.code()),
            null,
            points.getGeometryN(0).getCoordinate(),
            points,
            0,
            new Proposal(Action.ALIGN, one.code(), 0)));
  }

  /** Corners of one that lie on the other's border without being a corner there. */
  private static List<Coordinate> loose(Geometry one, Geometry other) {
    STRtree edges = Neighbourhood.edges(other, one.getEnvelopeInternal());
    Set<Coordinate> corners = new HashSet<>(Arrays.asList(other.getCoordinates()));
    return Arrays.stream(one.getCoordinates())
        .filter(corner -> !corners.contains(corner))
        .filter(corner -> Neighbourhood.touches(edges, corner))
        .toList();
  }
}
