package org.gridward.gis.partition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.Grids;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Ground cut along a regular lattice of squares or hexagons. */
final class Lattice {

  /** The form of a whole piece. */
  enum Form {
    SQUARE,
    HEXAGON
  }

  /** Where a line of the lattice runs into a corner of the ground, another origin helps. */
  private static final double[] ORIGINS = {0, 0.37, 0.61, 0.83};

  /** More pieces than this, whole ones beside the ground too, are not looked at. */
  private static final int MOST_PIECES = 100_000;

  private Lattice() {}

  /**
   * The pieces inside the ground, whole ones and cut ones; they cover it exactly.
   *
   * @param metres a square's side, or the side of the square that is as large as a hexagon
   * @throws EditRefused {@code too-many-cells} where the ground is drawn out too far for its size,
   *     {@code not-exact}
   */
  static List<Polygon> cut(Geometry ground, Form form, double metres) {
    LocalPlane plane = new LocalPlane(ground);
    List<Envelope> boxes = boxes(plane.toMetres(ground), 3 * metres);
    double pieces = boxes.stream().mapToDouble(Envelope::getArea).sum() / (metres * metres);
    if (pieces > MOST_PIECES) {
      throw new EditRefused(
          "too-many-cells",
          "the ground is drawn out too far for cells that small; make them larger");
    }
    for (int i = 0; ; i++) {
      double shift = ORIGINS[i] * metres;
      List<LineString> lines = new ArrayList<>();
      boxes.forEach(box -> lines.addAll(lines(plane, box, form, metres, shift)));
      try {
        return Faces.cut(ground, lines);
      } catch (EditRefused refused) {
        if (i + 1 == ORIGINS.length) {
          throw refused;
        }
      }
    }
  }

  /**
   * The boxes around ground that lies together. Each gets a lattice of its own: one over islands
   * and the sea between would be endless.
   */
  private static List<Envelope> boxes(Geometry flat, double apart) {
    List<Envelope> boxes = new ArrayList<>();
    for (Polygon polygon : Polygons.of(flat)) {
      Envelope box = polygon.getEnvelopeInternal();
      for (boolean grown = true; grown; ) {
        Envelope around = box.copy();
        around.expandBy(apart);
        List<Envelope> near = boxes.stream().filter(around::intersects).toList();
        near.forEach(box::expandToInclude);
        grown = boxes.removeAll(near);
      }
      boxes.add(box);
    }
    return boxes;
  }

  private static List<LineString> lines(
      LocalPlane plane, Envelope box, Form form, double metres, double shift) {
    ReferencedEnvelope bounds =
        new ReferencedEnvelope(
            box.getMinX() - 2 * metres + shift,
            box.getMaxX() + 3 * metres,
            box.getMinY() - 2 * metres + shift,
            box.getMaxY() + 3 * metres,
            DefaultEngineeringCRS.CARTESIAN_2D);
    SimpleFeatureSource grid =
        form == Form.SQUARE
            ? Grids.createSquareGrid(bounds, metres)
            : Grids.createHexagonalGrid(bounds, metres * Math.sqrt(2 / (3 * Math.sqrt(3))));
    List<LineString> lines = new ArrayList<>();
    try (SimpleFeatureIterator features = grid.getFeatures().features()) {
      while (features.hasNext()) {
        Geometry element = (Geometry) features.next().getDefaultGeometry();
        if (element.getEnvelopeInternal().intersects(box)) {
          lines.addAll(Polygons.lines(plane.toDegrees(element)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
