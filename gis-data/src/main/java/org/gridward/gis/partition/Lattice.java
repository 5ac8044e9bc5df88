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

  private Lattice() {}

  /**
   * The pieces inside the ground, whole ones and cut ones; they cover it exactly.
   *
   * @param metres a square's side, or the side of the square that is as large as a hexagon
   * @throws EditRefused {@code not-exact}
   */
  static List<Polygon> cut(Geometry ground, Form form, double metres) {
    LocalPlane plane = new LocalPlane(ground);
    Envelope box = plane.toMetres(ground).getEnvelopeInternal();
    for (int i = 0; ; i++) {
      try {
        return Faces.cut(ground, lines(plane, box, form, metres, ORIGINS[i] * metres));
      } catch (EditRefused refused) {
        if (i + 1 == ORIGINS.length) {
          throw refused;
        }
      }
    }
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
