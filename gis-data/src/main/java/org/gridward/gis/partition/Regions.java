package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Faces put together, so that no piece is too small. */
final class Regions {

  private final List<List<Polygon>> regions = new ArrayList<>();

  Regions(List<Polygon> faces) {
    faces.forEach(face -> regions.add(new ArrayList<>(List.of(face))));
  }

  /** Gives what is too small to the neighbour with the longest common border, the least first. */
  void absorb(Predicate<Geometry> tooSmall) {
    Set<List<Polygon>> alone = new HashSet<>();
    while (true) {
      Optional<List<Polygon>> least =
          regions.stream()
              .filter(region -> !alone.contains(region) && tooSmall.test(shape(region)))
              .min(Comparator.comparingDouble(region -> Measure.squareMetres(shape(region))));
      if (least.isEmpty()) {
        return;
      }
      Optional<List<Polygon>> beside = longestBeside(least.get());
      if (beside.isEmpty()) {
        alone.add(least.get());
      } else {
        regions.removeIf(region -> same(region, least.get()));
        beside.get().addAll(least.get());
      }
    }
  }

  private static boolean same(List<Polygon> one, List<Polygon> other) {
    return one.getFirst() == other.getFirst(); // faces are held by one region only
  }

  private Optional<List<Polygon>> longestBeside(List<Polygon> region) {
    Set<LineSegment> border = edges(region);
    Map<Integer, Double> metres = new HashMap<>();
    for (int i = 0; i < regions.size(); i++) {
      if (!same(regions.get(i), region)) {
        double shared = 0;
        for (LineSegment edge : edges(regions.get(i))) {
          shared += border.contains(edge) ? Measure.metres(edge.p0, edge.p1) : 0;
        }
        if (shared > 0) {
          metres.put(i, shared);
        }
      }
    }
    return metres.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> regions.get(entry.getKey()));
  }

  private static Set<LineSegment> edges(List<Polygon> region) {
    Set<LineSegment> edges = new HashSet<>();
    for (Polygon face : region) {
      Polygons.lines(face)
          .forEach(
              ring -> {
                Coordinate[] points = ring.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                  LineSegment edge = new LineSegment(points[i - 1], points[i]);
                  edge.normalize();
                  edges.add(edge);
                }
              });
    }
    return edges;
  }

  /** Puts each of these faces to the nearest region that has other faces. */
  void attach(List<Polygon> islands) {
    regions.removeIf(region -> islands.containsAll(region));
    for (Polygon island : islands) {
      regions.stream()
          .min(Comparator.comparingDouble(region -> shape(region).distance(island)))
          .ifPresent(region -> region.add(island));
    }
  }

  List<MultiPolygon> shapes() {
    return regions.stream().map(region -> Polygons.multi(shape(region))).toList();
  }

  static Geometry shape(List<Polygon> region) {
    return region.size() == 1
        ? region.getFirst()
        : CoverageUnion.union(region.toArray(Polygon[]::new));
  }
}
