package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What the partition's classes need of JTS, in one place. */
final class Polygons {

  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private Polygons() {}

  /** The polygons of a geometry, lines, points and what is empty left out. */
  @SuppressWarnings("unchecked")
  static List<Polygon> of(Geometry geometry) {
    List<Polygon> polygons = PolygonExtracter.getPolygons(geometry);
    polygons.removeIf(Polygon::isEmpty);
    return polygons;
  }

  /** The rings of all polygons. */
  @SuppressWarnings("unchecked")
  static List<LineString> lines(Geometry geometry) {
    return LinearComponentExtracter.getLines(geometry);
  }

  static MultiPolygon multi(Geometry geometry) {
    return FACTORY.createMultiPolygon(of(geometry).toArray(Polygon[]::new));
  }

  static MultiPolygon multi(List<Polygon> polygons) {
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** The ground of all; exact and quick where they are a coverage. */
  static Geometry union(List<? extends Geometry> shapes) {
    Geometry[] all = shapes.toArray(Geometry[]::new);
    if (isCoverage(all)) {
      return CoverageUnion.union(all);
    }
    return OverlayNGRobust.union(List.copyOf(shapes));
  }

  static boolean isCoverage(Geometry[] shapes) {
    return shapes.length > 0 && CoverageValidator.isValid(shapes);
  }

  static List<Polygon> intersection(Geometry a, Geometry b) {
    return of(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
  }

  static List<Polygon> difference(Geometry a, Geometry b) {
    return of(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
  }

  /** The ground that the polygons of {@code geometry} enclose without covering it. */
  static List<Polygon> holes(Geometry geometry) {
    List<Polygon> holes = new ArrayList<>();
    for (Polygon polygon : of(geometry)) {
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        holes.add(FACTORY.createPolygon(polygon.getInteriorRingN(i).getCoordinates()));
      }
    }
    return holes;
  }

  /** A point well inside. */
  static Coordinate inside(Geometry polygon) {
    return polygon.getInteriorPoint().getCoordinate();
  }
}
