package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.gis.partition.Fault.Action;
import org.gridward.gis.partition.Fault.Kind;
import org.gridward.gis.partition.Fault.Proposal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Faults between a whole and its parts: ground in no part, and ground of a part outside. */
final class ParentCheck {

  private final Neighbourhood neighbourhood;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Nesting> nestings = new ArrayList<>();

  ParentCheck(Neighbourhood neighbourhood) {
    this.neighbourhood = neighbourhood;
  }

  List<Fault> faults() {
    return faults;
  }

  List<Nesting> nestings() {
    return nestings;
  }

  void check(Ground parent, List<Ground> parts) {
    Geometry ground = Polygons.union(parts.stream().map(Ground::shape).toList());
    List<Polygon> uncovered = wide(Polygons.difference(parent.shape(), ground));
    List<Polygon> outside = wide(Polygons.difference(ground, parent.shape()));
    if (uncovered.isEmpty() && outside.isEmpty()) {
      return;
    }
    if (sharesBorder(parent.shape(), ground)) {
      uncovered.forEach(part -> gap(part, parent.code(), parts));
      parts.forEach(part -> outside(part, parent));
    } else {
      nestings.add(
          new Nesting(parent.code(), parts.size(), squareMetres(outside), squareMetres(uncovered)));
    }
  }

  /**
   * True where at least half the corners of the parts' outline lie on the parent's border: then the
   * rest are faults. Otherwise the two were drawn apart.
   */
  private static boolean sharesBorder(Geometry parent, Geometry ground) {
    STRtree edges = Neighbourhood.edges(parent, ground.getEnvelopeInternal());
    Set<Coordinate> corners = new HashSet<>(Arrays.asList(ground.getCoordinates()));
    int on = 0;
    for (Coordinate corner : corners) {
      on += Neighbourhood.touches(edges, corner) ? 1 : 0;
    }
    return 2 * on >= corners.size();
  }

  private static double squareMetres(List<Polygon> polygons) {
    return polygons.stream().mapToDouble(Measure::squareMetres).sum();
  }

  private static List<Polygon> wide(List<Polygon> polygons) {
    return polygons.stream()
        .filter(polygon -> Measure.width(polygon) >= PairCheck.LINE_METRES)
        .toList();
  }

  /** Ground that the areas of a level enclose though none of them has it. */
  void holes(List<Ground> grounds) {
    for (Polygon hole :
        wide(Polygons.holes(Polygons.union(grounds.stream().map(Ground::shape).toList())))) {
      boolean known =
          faults.stream().anyMatch(fault -> fault.where().covers(hole.getInteriorPoint()));
      if (!known) {
        gap(hole, null, List.of());
      }
    }
  }

  private record Shared(String code, double metres) {}

  /**
   * @param others those to choose from where nobody has a border with it, as with an island
   */
  private void gap(Polygon part, @Nullable String parent, List<Ground> others) {
    List<Shared> beside =
        neighbourhood.near(part).stream()
            .map(area -> new Shared(area.code(), Neighbourhood.sharedMetres(part, area.shape())))
            .filter(shared -> shared.metres > 0)
            .sorted(
                Comparator.comparingDouble(Shared::metres).reversed().thenComparing(Shared::code))
            .toList();
    if (beside.isEmpty()) {
      beside = nearest(part, others);
    }
    if (beside.isEmpty()) {
      return;
    }
    boolean narrow = Measure.width(part) < PartitionCheck.SLIVER_METRES;
    faults.add(
        new Fault(
            narrow ? Kind.GAP_SLIVER : Kind.GAP,
            beside.stream().map(Shared::code).toList(),
            parent,
            Polygons.inside(part),
            part,
            Measure.squareMetres(part),
            new Proposal(Action.GIVE, beside.getFirst().code(), beside.getFirst().metres())));
  }

  /** In degrees, which will do for who is next; of several equally near, the first by code. */
  private static List<Shared> nearest(Polygon part, List<Ground> others) {
    IndexedFacetDistance distance = new IndexedFacetDistance(part);
    Ground nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Ground area : others.stream().sorted(Comparator.comparing(Ground::code)).toList()) {
      double atLeast = area.shape().getEnvelopeInternal().distance(part.getEnvelopeInternal());
      double is = atLeast < least ? distance.distance(area.shape()) : atLeast;
      if (is < least) {
        least = is;
        nearest = area;
      }
    }
    return nearest == null ? List.of() : List.of(new Shared(nearest.code(), 0));
  }

  private void outside(Ground part, Ground parent) {
    for (Polygon beyond : wide(Polygons.difference(part.shape(), parent.shape()))) {
      faults.add(
          new Fault(
              Kind.OUTSIDE_PARENT,
              List.of(part.code()),
              parent.code(),
              Polygons.inside(beyond),
              beyond,
              Measure.squareMetres(beyond),
              new Proposal(Action.CUT, part.code(), 0)));
    }
  }
}
