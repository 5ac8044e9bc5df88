package org.gridward.gis.cells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/**
 * Random cells with exactly shared borders, holes, islands and several parts; and overlapping ones.
 */
final class MadeUpCoverages {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private final Random random;

  MadeUpCoverages(long seed) {
    random = new Random(seed);
  }

  /** Delaunay triangles, melted into cells at random; on a coarse lattice many edges are level. */
  List<CellShape> coverage(int points, int cells, boolean lattice) {
    Geometry triangles = triangles(points, lattice);
    Map<Integer, List<Geometry>> groups = new HashMap<>();
    int[] group = grow(triangles, cells);
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      groups.computeIfAbsent(group[i], g -> new ArrayList<>()).add(triangles.getGeometryN(i));
    }
    List<CellShape> shapes = new ArrayList<>();
    groups.forEach(
        (id, parts) ->
            shapes.add(
                new CellShape(id, code(id), CoverageUnion.union(parts.toArray(Geometry[]::new)))));
    return shapes;
  }

  private Geometry triangles(int points, boolean lattice) {
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      sites.add(
          lattice
              ? new Coordinate(random.nextInt(20), random.nextInt(20))
              : new Coordinate(-74 + random.nextDouble(), 40 + random.nextDouble()));
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(sites);
    return builder.getTriangles(GEOMETRIES);
  }

  /** Every triangle belongs to a cell; most to that of a neighbour, some to any (a second part). */
  private int[] grow(Geometry triangles, int cells) {
    Map<LineSegment, List<Integer>> byEdge = new HashMap<>();
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      Coordinate[] ring = triangles.getGeometryN(i).getCoordinates();
      for (int j = 0; j < 3; j++) {
        LineSegment edge = new LineSegment(ring[j], ring[j + 1]);
        edge.normalize();
        byEdge.computeIfAbsent(edge, e -> new ArrayList<>()).add(i);
      }
    }
    int[] group = new int[triangles.getNumGeometries()];
    ArrayDeque<List<Integer>> neighbours = new ArrayDeque<>(byEdge.values());
    for (int i = 0; i < group.length; i++) {
      group[i] = random.nextInt(cells);
    }
    for (List<Integer> pair : neighbours) {
      if (pair.size() == 2 && random.nextInt(4) > 0) {
        group[pair.get(0)] = group[pair.get(1)];
      }
    }
    return group;
  }

  /** Stars across each other, some in many cells' ground. */
  List<CellShape> overlapping(int cells) {
    List<CellShape> shapes = new ArrayList<>();
    for (int id = 0; id < cells; id++) {
      Coordinate[] ring = new Coordinate[3 + random.nextInt(40) + 1];
      for (int i = 0; i < ring.length - 1; i++) {
        double angle = 2 * Math.PI * i / (ring.length - 1);
        double radius = 0.2 + random.nextDouble();
        ring[i] = new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
      }
      ring[ring.length - 1] = ring[0];
      Geometry star = GEOMETRIES.createPolygon(ring);
      shapes.add(
          new CellShape(
              id,
              code(id),
              AffineTransformation.translationInstance(
                      3 * random.nextDouble(), 3 * random.nextDouble())
                  .transform(star)));
    }
    return shapes;
  }

  /** Not in the order of the ids, and beyond the basic plane. */
  private static String code(int id) {
    String[] lead = {"b", "A", "\uFF21", "\uD83D\uDE00", "中"};
    return lead[id % 5] + Integer.toString(id * 7919 % 1000, 36) + "-" + id;
  }
}
