package org.gridward.gis.formats;

import static org.gridward.gis.formats.Rings.GEOMETRIES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of the loose rings of a Shapefile: clockwise is a shell, the other way a hole in
 * the smallest shell around it. A hole without a shell is a shell drawn the wrong way round.
 */
final class RingAssembly {
  private record Shell(LinearRing ring, double area, List<LinearRing> holes) {
    static Shell of(LinearRing ring) {
      return new Shell(ring, Area.ofRing(ring.getCoordinateSequence()), new ArrayList<>());
    }

    Polygon polygon() {
      return GEOMETRIES.createPolygon(ring, holes.toArray(LinearRing[]::new));
    }

    boolean surrounds(LinearRing hole) {
      if (!ring.getEnvelopeInternal().covers(hole.getEnvelopeInternal())) {
        return false;
      }
      for (Coordinate point : hole.getCoordinates()) {
        int location = RayCrossingCounter.locatePointInRing(point, ring.getCoordinateSequence());
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      return true;
    }
  }

  private RingAssembly() {}

  /** A Polygon, or a MultiPolygon where there are several shells or none. */
  static Geometry polygons(List<LinearRing> rings, Rings notes) {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (LinearRing ring : rings) {
      if (Orientation.isCCW(ring.getCoordinateSequence())) {
        holes.add(ring);
      } else {
        shells.add(Shell.of(ring));
      }
    }
    for (LinearRing hole : holes) {
      smallestAround(hole, shells)
          .ifPresentOrElse(shell -> shell.holes.add(hole), () -> shells.add(turned(hole, notes)));
    }
    Polygon[] polygons = shells.stream().map(Shell::polygon).toArray(Polygon[]::new);
    return polygons.length == 1 ? polygons[0] : GEOMETRIES.createMultiPolygon(polygons);
  }

  private static Optional<Shell> smallestAround(LinearRing hole, List<Shell> shells) {
    return shells.stream()
        .filter(shell -> shell.surrounds(hole))
        .min(Comparator.comparingDouble(Shell::area));
  }

  private static Shell turned(LinearRing hole, Rings notes) {
    notes.note("a hole without an outer ring around it: taken as an outer ring");
    return Shell.of(hole);
  }
}
