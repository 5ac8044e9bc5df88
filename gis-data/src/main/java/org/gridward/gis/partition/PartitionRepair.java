package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridward.gis.partition.Fault.Action;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Mends one fault as it proposes, changing as few areas as can be. */
public final class PartitionRepair {

  private PartitionRepair() {}

  /**
   * The new shapes of the areas that change, by code; the same for the same areas.
   *
   * @param areas all areas of the level that lie near the fault, those it concerns among them
   * @throws EditRefused {@code nothing-left} where an area would lose all its ground, {@code
   *     not-exact} where the division would not be better afterwards
   */
  public static Map<String, MultiPolygon> mend(Fault fault, List<Ground> areas) {
    Map<String, MultiPolygon> mended =
        fault.proposal().action() == Action.ALIGN
            ? Alignment.align(fault, areas)
            : reassign(fault, areas);
    verify(areas, mended);
    return mended;
  }

  private static Map<String, MultiPolygon> reassign(Fault fault, List<Ground> areas) {
    List<Ground> touched =
        areas.stream().filter(area -> fault.codes().contains(area.code())).toList();
    List<Ground> rest = areas.stream().filter(area -> !touched.contains(area)).toList();
    List<Geometry> borders = new ArrayList<>(touched.stream().map(Ground::shape).toList());
    borders.add(fault.where());
    List<Polygon> faces = Faces.between(borders);
    PointOnGeometryLocator inFault = new IndexedPointInAreaLocator(fault.where());
    Map<String, MultiPolygon> mended = new TreeMap<>();
    for (Ground area : touched) {
      boolean gains =
          fault.proposal().action() == Action.GIVE && fault.proposal().code().equals(area.code());
      PointOnGeometryLocator inArea = new IndexedPointInAreaLocator(area.shape());
      List<Polygon> own =
          faces.stream()
              .filter(
                  face -> {
                    Coordinate at = Polygons.inside(face);
                    return inFault.locate(at) == Location.EXTERIOR
                        ? inArea.locate(at) != Location.EXTERIOR
                        : gains;
                  })
              .toList();
      if (own.isEmpty()) {
        throw new EditRefused("nothing-left", "the repair leaves nothing to " + area.code());
      }
      MultiPolygon shape = Polygons.multi(Regions.shape(own));
      if (!shape.equalsNorm(Polygons.multi(area.shape()))) {
        mended.put(area.code(), shape);
      }
    }
    Geometry before =
        Polygons.FACTORY.createGeometryCollection(
            touched.stream().map(Ground::shape).toArray(Geometry[]::new));
    mended.putAll(
        Corners.alignWithFault(before, List.copyOf(mended.values()), fault.where(), rest));
    return mended;
  }

  private static void verify(List<Ground> areas, Map<String, MultiPolygon> mended) {
    Geometry[] was = areas.stream().map(Ground::shape).toArray(Geometry[]::new);
    Geometry[] is = new Geometry[was.length];
    for (int i = 0; i < is.length; i++) {
      MultiPolygon shape = mended.get(areas.get(i).code());
      is[i] = shape == null ? was[i] : shape;
      if (!is[i].isValid()) {
        throw new EditRefused("not-exact", "the repair would spoil " + areas.get(i).code());
      }
    }
    if (faulty(is) > faulty(was)) {
      throw new EditRefused("not-exact", "the repair would make other faults");
    }
  }

  /** Metres of border that do not fit. */
  private static double faulty(Geometry[] shapes) {
    double sum = 0;
    for (Geometry invalid : CoverageValidator.validate(shapes, Neighbourhood.SAME_LINE)) {
      sum += invalid == null ? 0 : Measure.metres(invalid);
    }
    return sum;
  }

  /** Corners that only differ by rounding made the same, and missing ones put in. */
  static final class Alignment {

    private Alignment() {}

    static Map<String, MultiPolygon> align(Fault fault, List<Ground> areas) {
      Ground lead = find(areas, fault.proposal().code());
      Set<String> codes = new HashSet<>(fault.codes());
      codes.remove(lead.code());
      Ground other = find(areas, codes.iterator().next());
      Map<Coordinate, Coordinate> moves = moves(lead, other);
      Map<String, MultiPolygon> changed = new TreeMap<>();
      for (Ground area : areas) {
        MultiPolygon moved = Corners.moved(area.shape(), moves);
        if (!moved.equalsExact(Polygons.multi(area.shape()))) {
          changed.put(area.code(), moved);
        }
      }
      MultiPolygon second = changed.getOrDefault(other.code(), Polygons.multi(other.shape()));
      MultiPolygon first = changed.getOrDefault(lead.code(), Polygons.multi(lead.shape()));
      MultiPolygon full = Corners.with(second, first);
      changed.put(other.code(), full);
      changed.put(lead.code(), Corners.with(first, full));
      changed.entrySet().removeIf(one -> same(find(areas, one.getKey()), one.getValue()));
      return changed;
    }

    private static boolean same(Ground area, Geometry shape) {
      return shape.equalsExact(Polygons.multi(area.shape()));
    }

    private static Ground find(List<Ground> areas, String code) {
      return areas.stream()
          .filter(area -> area.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no area " + code));
    }

    /** Where the corners of {@code other} go that are a corner of {@code lead} but for rounding. */
    private static Map<Coordinate, Coordinate> moves(Ground lead, Ground other) {
      Set<Coordinate> fixed = new HashSet<>(Arrays.asList(lead.shape().getCoordinates()));
      STRtree byPlace = new STRtree(); // a coast has a hundred thousand corners
      fixed.forEach(corner -> byPlace.insert(new Envelope(corner), corner));
      Map<Coordinate, Coordinate> moves = new HashMap<>();
      for (Coordinate corner : other.shape().getCoordinates()) {
        if (!fixed.contains(corner)) {
          nearest(corner, byPlace).ifPresent(to -> moves.put(corner, to));
        }
      }
      return moves;
    }

    @SuppressWarnings("unchecked")
    private static Optional<Coordinate> nearest(Coordinate corner, STRtree byPlace) {
      Envelope box = new Envelope(corner);
      box.expandBy(Neighbourhood.SAME_LINE);
      List<Coordinate> near = byPlace.query(box);
      return near.stream()
          .filter(to -> to.distance(corner) <= Neighbourhood.SAME_LINE)
          .min(
              Comparator.comparingDouble((Coordinate to) -> to.distance(corner))
                  .thenComparing(Comparator.naturalOrder()));
    }
  }
}
