package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * A piece of ground cut in two by a street.
 *
 * @param street from border to border
 */
record Cut(Polygon one, Polygon other, LineString street) {

  /** All ways in which {@code line} cuts the ground in exactly two; none where it misses it. */
  static List<Cut> along(Polygon ground, LineString line) {
    Geometry lines =
        UnaryUnionOp.union(
            Plane.METRES.createGeometryCollection(new Geometry[] {ground.getBoundary(), line}));
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(lines);
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      if (ground.contains(polygon.getInteriorPoint())) {
        polygon.normalize();
        faces.add(polygon);
      }
    }
    faces.sort(Comparator.naturalOrder());
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; faces.size() > 1 && i < faces.size(); i++) {
      List<Polygon> others = new ArrayList<>(faces);
      Polygon face = others.remove(i);
      if (UnaryUnionOp.union(others).norm() instanceof Polygon rest
          && street(face, rest, ground) instanceof LineString street) {
        cuts.add(new Cut(face, rest, street));
      }
      if (faces.size() == 2) {
        break;
      }
    }
    return cuts;
  }

  private static @Nullable LineString street(Polygon face, Polygon rest, Polygon ground) {
    if (face.getArea() < 1 || rest.getArea() < 1) {
      return null;
    }
    LineMerger merger = new LineMerger();
    Coordinate[] ring = face.getExteriorRing().getCoordinates();
    for (int i = 1; i < ring.length; i++) {
      Coordinate middle =
          new Coordinate((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2);
      if (ground.getBoundary().distance(Plane.METRES.createPoint(middle)) > 1e-6) {
        merger.add(
            Plane.METRES.createLineString(new Coordinate[] {ring[i - 1].copy(), ring[i].copy()}));
      }
    }
    Collection<?> merged = merger.getMergedLineStrings();
    return merged.size() == 1 ? (LineString) ((LineString) merged.iterator().next()).norm() : null;
  }
}
