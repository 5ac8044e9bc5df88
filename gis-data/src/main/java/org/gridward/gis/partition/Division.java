package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Divides ground into cells anew. The cells cover it exactly, each hangs together where the ground
 * does, and they come in the order in which they are numbered: in rows from north to south, in a
 * row from west to east.
 */
public final class Division {

  /** More cells than this are refused: {@code too-many-cells}. */
  public static final int MOST = 2_000;

  /** What is smaller than this share of a whole piece goes to a neighbour. */
  private static final double LEAST_SHARE = 0.35;

  private Division() {}

  /**
   * Equal squares; those cut by the ground's border are smaller, or part of a neighbour.
   *
   * @param metres the side
   * @throws EditRefused {@code too-many-cells}, {@code cuts-nothing}, {@code not-exact}
   */
  public static List<MultiPolygon> squares(Geometry ground, double metres) {
    return lattice(ground, Lattice.Form.SQUARE, metres);
  }

  /**
   * Equal hexagons.
   *
   * @param metres the side of the square that is as large
   * @throws EditRefused as for squares
   */
  public static List<MultiPolygon> hexagons(Geometry ground, double metres) {
    return lattice(ground, Lattice.Form.HEXAGON, metres);
  }

  private static List<MultiPolygon> lattice(Geometry ground, Lattice.Form form, double metres) {
    double whole = metres * metres;
    if (Measure.squareMetres(ground) / whole > MOST) {
      throw new EditRefused(
          "too-many-cells", "that would be more than %d cells; make them larger".formatted(MOST));
    }
    Regions regions = new Regions(Lattice.cut(ground, form, metres));
    regions.absorb(piece -> Measure.squareMetres(piece) < LEAST_SHARE * whole);
    return finished(ground, regions.shapes());
  }

  /**
   * As many cells as are asked for with as equal a load as their form allows: compact, with
   * straight borders, each in one piece where the ground is. Their load is not less even than that
   * of cells of equal ground.
   *
   * @param cells 2 or more
   * @param loads what is to be shared out, by place; where there is none, ground is shared out
   * @throws EditRefused {@code too-many-cells}, {@code cuts-nothing}, {@code not-exact}
   */
  public static List<MultiPolygon> balanced(Geometry ground, int cells, List<Load> loads) {
    if (cells > MOST) {
      throw new EditRefused("too-many-cells", "no more than %d cells".formatted(MOST));
    }
    return finished(ground, Draft.best(ground, cells, loads).parts());
  }

  private static List<MultiPolygon> finished(Geometry ground, List<MultiPolygon> parts) {
    if (parts.size() < 2) {
      throw new EditRefused("cuts-nothing", "that makes one cell of all; make them smaller");
    }
    Geometry[] cleaned = withoutNeedlessCorners(ground, parts.toArray(Geometry[]::new));
    return inOrder(Arrays.stream(cleaned).map(Polygons::multi).toList());
  }

  /** Corners that only a line of the lattice left on the ground's border, where no cell ends. */
  private static Geometry[] withoutNeedlessCorners(Geometry ground, Geometry[] parts) {
    Set<Coordinate> kept = new HashSet<>(Arrays.asList(ground.getCoordinates()));
    Map<Coordinate, Integer> uses = new HashMap<>();
    for (Geometry part : parts) {
      new HashSet<>(Arrays.asList(part.getCoordinates()))
          .forEach(c -> uses.merge(c, 1, Integer::sum));
    }
    uses.forEach(
        (corner, count) -> {
          if (count > 1) {
            kept.add(corner);
          }
        });
    return Arrays.stream(parts).map(part -> only(kept, part)).toArray(Geometry[]::new);
  }

  private static Geometry only(Set<Coordinate> kept, Geometry part) {
    List<Polygon> polygons = new ArrayList<>();
    for (Polygon polygon : Polygons.of(part)) {
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = only(kept, polygon.getInteriorRingN(i));
      }
      polygons.add(Polygons.FACTORY.createPolygon(only(kept, polygon.getExteriorRing()), holes));
    }
    return Polygons.multi(polygons);
  }

  private static LinearRing only(Set<Coordinate> kept, LinearRing ring) {
    CoordinateList left = new CoordinateList();
    for (Coordinate corner : ring.getCoordinates()) {
      if (kept.contains(corner)) {
        left.add(corner, false);
      }
    }
    left.closeRing();
    return left.size() < 4 ? ring : Polygons.FACTORY.createLinearRing(left.toCoordinateArray());
  }

  /** A row goes on while middles lie within half a cell's height of its first. */
  private static List<MultiPolygon> inOrder(List<MultiPolygon> parts) {
    double height =
        parts.stream()
            .mapToDouble(part -> part.getEnvelopeInternal().getHeight())
            .average()
            .orElseThrow();
    List<MultiPolygon> left = new ArrayList<>(parts);
    left.sort(Comparator.comparingDouble((MultiPolygon part) -> -middle(part).y));
    List<MultiPolygon> ordered = new ArrayList<>();
    for (int from = 0; from < left.size(); ) {
      double north = middle(left.get(from)).y;
      int to = from;
      while (to < left.size() && north - middle(left.get(to)).y < height / 2) {
        to++;
      }
      left.subList(from, to).stream()
          .sorted(Comparator.comparingDouble(part -> middle(part).x))
          .forEach(ordered::add);
      from = to;
    }
    return ordered;
  }

  private static Coordinate middle(MultiPolygon part) {
    return part.getEnvelopeInternal().centre();
  }
}
