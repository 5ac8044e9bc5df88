package org.gridward.gis.formats;

import static org.gridward.gis.formats.Rings.GEOMETRIES;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryEditor.CoordinateOperation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** Geometries in OGC's two notations, by JTS; heights and measures are dropped. */
final class StandardGeometry {
  private interface Reading {
    Geometry read() throws ParseException;
  }

  private StandardGeometry() {}

  /** From WKT, with PostGIS' "SRID=…;" before it or not; open rings are closed. */
  static Geometry ofWkt(String text) throws UnreadableGeometry {
    WKTReader reader = new WKTReader(GEOMETRIES);
    reader.setFixStructure(true);
    String plain = text.replaceFirst("^\\s*(?i:SRID)=\\d+;", "");
    return flat(() -> reader.read(plain), "WKT");
  }

  /** From WKB, OGC's or PostGIS' kind; open rings are closed. */
  static Geometry ofWkb(byte[] bytes) throws UnreadableGeometry {
    WkbClaims.check(bytes);
    return flat(() -> new WKBReader(GEOMETRIES).read(bytes), "WKB");
  }

  private static Geometry flat(Reading reading, String notation) throws UnreadableGeometry {
    try {
      Geometry flat = new GeometryEditor(GEOMETRIES).edit(reading.read(), new Flattening());
      flat.setUserData(null);
      return flat;
    } catch (ParseException | RuntimeException e) {
      throw UnreadableGeometry.of("the %s is not understood: %s".formatted(notation, words(e)));
    } catch (StackOverflowError e) {
      // JTS descends into collections without a bound
      throw UnreadableGeometry.of("collections are nested too deeply");
    }
  }

  private static String words(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.length() <= 200 ? message : message.substring(0, 200) + "…";
  }

  private static final class Flattening extends CoordinateOperation {
    @Override
    public Coordinate[] edit(Coordinate[] points, @Nullable Geometry geometry) {
      Coordinate[] flat = new Coordinate[points.length];
      for (int i = 0; i < points.length; i++) {
        if (!Double.isFinite(points[i].x) || !Double.isFinite(points[i].y)) {
          throw new IllegalArgumentException("a position is not two finite numbers");
        }
        flat[i] = new Coordinate(points[i].x, points[i].y);
      }
      return flat;
    }
  }
}
