package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Changes to a division that leave it exact: the ground of the edited areas together stays what it
 * was, neighbours keep theirs, and every border has the same corners on both sides, which is
 * verified before anything is returned. Areas beside the edited ones are handed in, so that they
 * can take new corners; a corner put into a straight edge moves it by less than a nanometre.
 */
public final class PartitionEdit {

  /** A line that makes more pieces than this, or crosses itself so often, is a slip of the hand. */
  private static final int MOST_PIECES = 200;

  private PartitionEdit() {}

  /**
   * Divides an area along a line.
   *
   * @param line from one side to the other; what of it lies outside does not matter
   * @param around all other areas of the level that lie near
   * @return two parts or more; pieces less than a metre wide or than a square metre stay with a
   *     neighbour, separate parts that the line does not cut go with the nearest
   * @throws EditRefused {@code cuts-nothing}, {@code cuts-too-often}, {@code not-exact}
   */
  public static Redrawing split(Ground area, LineString line, List<Ground> around) {
    List<Polygon> faces = cut(area.shape(), line);
    Regions regions = new Regions(faces);
    regions.absorb(PartitionEdit::isSliver);
    List<Polygon> islands = uncut(area.shape(), faces);
    if (islands.size() < faces.size()) {
      regions.attach(islands);
    }
    List<MultiPolygon> parts = regions.shapes();
    if (islands.size() == faces.size() || parts.size() < 2) {
      throw new EditRefused(
          "cuts-nothing",
          "the line does not cut %s in two; draw it from one side across to the other"
              .formatted(area.code()));
    }
    return exact(List.of(area), parts, around);
  }

  private static List<Polygon> cut(Geometry ground, LineString line) {
    if (crossesItselfTooOften(line.getCoordinates())) {
      throw tooOften();
    }
    List<Polygon> faces = Faces.cut(ground, List.of(line));
    if (faces.size() - ground.getNumGeometries() > MOST_PIECES) {
      throw tooOften();
    }
    return faces;
  }

  private static boolean crossesItselfTooOften(Coordinate[] line) {
    LineIntersector crossing = new RobustLineIntersector();
    int crossings = 0;
    for (int i = 1; i < line.length; i++) {
      for (int k = i + 2; k < line.length; k++) {
        crossing.computeIntersection(line[i - 1], line[i], line[k - 1], line[k]);
        if (crossing.hasIntersection() && ++crossings > MOST_PIECES) {
          return true;
        }
      }
    }
    return false;
  }

  private static EditRefused tooOften() {
    return new EditRefused(
        "cuts-too-often",
        "the line makes more than %d pieces; draw a simpler one".formatted(MOST_PIECES));
  }

  private static boolean isSliver(Geometry piece) {
    return Measure.squareMetres(piece) < 1 || Measure.width(piece) < PartitionCheck.SLIVER_METRES;
  }

  /** The faces that are whole polygons of the ground. */
  private static List<Polygon> uncut(Geometry ground, List<Polygon> faces) {
    List<Polygon> whole = Polygons.of(ground);
    return faces.stream().filter(face -> whole.stream().anyMatch(face::equalsTopo)).toList();
  }

  /**
   * Makes one area of several that lie side by side.
   *
   * @throws EditRefused {@code not-neighbours} where some have no border with the rest
   */
  public static Redrawing merge(List<Ground> areas, List<Ground> around) {
    Set<Ground> joined = new LinkedHashSet<>(List.of(areas.getFirst()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Ground area : areas) {
        boolean beside =
            joined.stream()
                .anyMatch(one -> Neighbourhood.sharedMetres(area.shape(), one.shape()) > 0);
        grown |= beside && joined.add(area);
      }
    }
    if (joined.size() < areas.size()) {
      Ground lost = areas.stream().filter(area -> !joined.contains(area)).findFirst().orElseThrow();
      throw new EditRefused(
          "not-neighbours", "%s has no border with the others".formatted(lost.code()));
    }
    MultiPolygon whole = Polygons.multi(together(areas));
    return exact(areas, List.of(whole), around);
  }

  /**
   * Draws the border between two areas anew: their common ground is cut along the line, and each
   * piece goes to the one that had more of it.
   *
   * @return the two areas in the given order
   * @throws EditRefused {@code not-neighbours}, {@code cuts-nothing}, {@code cuts-too-often},
   *     {@code nothing-left}
   */
  public static Redrawing reshape(Ground one, Ground other, LineString line, List<Ground> around) {
    if (Neighbourhood.sharedMetres(one.shape(), other.shape()) <= 0) {
      throw new EditRefused(
          "not-neighbours", "%s and %s share no border".formatted(one.code(), other.code()));
    }
    Geometry ground = together(List.of(one, other));
    Regions regions = new Regions(cut(ground, line));
    regions.absorb(PartitionEdit::isSliver);
    List<MultiPolygon> pieces = regions.shapes();
    if (pieces.size() < 2) {
      throw new EditRefused(
          "cuts-nothing",
          "the line does not cut the ground of %s and %s in two"
              .formatted(one.code(), other.code()));
    }
    List<Polygon> ofOne = new ArrayList<>();
    List<Polygon> ofOther = new ArrayList<>();
    for (MultiPolygon piece : pieces) {
      boolean first = common(piece, one) >= common(piece, other);
      (first ? ofOne : ofOther).addAll(Polygons.of(piece));
    }
    if (ofOne.isEmpty() || ofOther.isEmpty()) {
      throw new EditRefused(
          "nothing-left", "the line leaves nothing to " + (ofOne.isEmpty() ? one : other).code());
    }
    return exact(
        List.of(one, other),
        List.of(Polygons.multi(Regions.shape(ofOne)), Polygons.multi(Regions.shape(ofOther))),
        around);
  }

  private static double common(Geometry piece, Ground area) {
    return Polygons.intersection(piece, area.shape()).stream()
        .mapToDouble(Measure::squareMetres)
        .sum();
  }

  /**
   * Gives ground new parts, as {@link Division} makes them.
   *
   * @param before the areas that have the ground now: its cells, or one that is not divided yet
   * @throws EditRefused {@code not-exact}
   */
  public static Redrawing divide(
      List<Ground> before, List<MultiPolygon> parts, List<Ground> around) {
    return exact(before, parts, around);
  }

  /** The neighbours' share of the edit, and the proof that it is exact. */
  private static Redrawing exact(
      List<Ground> before, List<MultiPolygon> parts, List<Ground> around) {
    Geometry ground = together(before);
    Redrawing redrawing = new Redrawing(parts, Corners.align(ground, parts, around));
    Geometry[] was =
        Stream.concat(before.stream(), around.stream()).map(Ground::shape).toArray(Geometry[]::new);
    List<Geometry> now = new ArrayList<>(parts);
    for (Ground area : around) {
      MultiPolygon aligned = redrawing.neighbours().get(area.code());
      now.add(aligned == null ? area.shape() : aligned);
    }
    Geometry[] is = now.toArray(Geometry[]::new);
    boolean worse = Polygons.isCoverage(was) && !Polygons.isCoverage(is);
    if (worse || !Polygons.isCoverage(parts.toArray(Geometry[]::new))) {
      throw new EditRefused("not-exact", "the line comes too near to a border; move it a little");
    }
    return redrawing;
  }

  /** The ground of all of them, also where they overlap or leave gaps; at least one. */
  public static Geometry together(List<Ground> areas) {
    return Polygons.union(shapes(areas));
  }

  private static List<Geometry> shapes(List<Ground> areas) {
    return areas.stream().map(Ground::shape).toList();
  }
}
