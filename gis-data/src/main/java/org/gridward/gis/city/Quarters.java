package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The ground between the great roads, the river and the coast. */
final class Quarters {

  private static final PrecisionModel TENTH_OF_A_MILLIMETRE = new PrecisionModel(1e4);

  private Quarters() {}

  /**
   * Pieces of land; what is too small for a few cells is joined to its neighbour.
   *
   * @param fewest households that a piece has at least, where it has a neighbour on land
   */
  static List<Polygon> of(CityShape shape, Samples samples, double fewest) {
    List<Geometry> lines = new ArrayList<>();
    lines.add(shape.coast.getBoundary());
    lines.add(shape.river.getBoundary());
    shape.arterials.forEach(street -> lines.add(street.line()));
    Geometry noded = UnaryUnionNG.union(Plane.METRES.buildGeometry(lines), TENTH_OF_A_MILLIMETRE);
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      if (shape.isLand(polygon.getInteriorPoint().getCoordinate())) {
        polygon.normalize();
        faces.add(polygon);
      }
    }
    faces.sort(Comparator.naturalOrder());
    return joined(faces, samples, fewest);
  }

  private static List<Polygon> joined(List<Polygon> faces, Samples samples, double fewest) {
    List<Polygon> left = new ArrayList<>(faces);
    List<Polygon> done = new ArrayList<>();
    int[] all = samples.all();
    while (!left.isEmpty()) {
      Polygon smallest =
          left.stream().min(Comparator.comparingDouble(Polygon::getArea)).orElseThrow();
      left.remove(smallest);
      Polygon neighbour =
          samples.households(samples.within(all, smallest)) >= fewest
              ? null
              : nearest(smallest, left, done);
      if (neighbour == null) {
        done.add(smallest);
      } else {
        left.remove(neighbour);
        done.remove(neighbour);
        left.add((Polygon) OverlayNG.overlay(smallest, neighbour, OverlayNG.UNION).norm());
      }
    }
    return done;
  }

  /** The one with the longest common border; null where there is none. */
  private static @Nullable Polygon nearest(Polygon face, List<Polygon> some, List<Polygon> others) {
    Polygon best = null;
    double longest = 1;
    for (List<Polygon> list : List.of(some, others)) {
      for (Polygon candidate : list) {
        if (!candidate.getEnvelopeInternal().intersects(face.getEnvelopeInternal())) {
          continue;
        }
        Geometry border =
            OverlayNG.overlay(face.getBoundary(), candidate.getBoundary(), OverlayNG.INTERSECTION);
        boolean line = border.getLength() > longest;
        if (line && (border instanceof MultiLineString || border.getDimension() == 1)) {
          longest = border.getLength();
          best = candidate;
        }
      }
    }
    return best;
  }
}
