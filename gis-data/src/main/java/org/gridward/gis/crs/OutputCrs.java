package org.gridward.gis.crs;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.CRS.AxisOrder;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A system of the EPSG database that files are written in, always easting or longitude first
 * whatever its authority says. It undoes what {@link Crs} of the same code does, so that a file
 * comes back as it was. Immutable and safe for any number of threads.
 */
public final class OutputCrs {
  /** EPSG:4326, longitude first. */
  public static final OutputCrs WGS84 = new OutputCrs(4326, "WGS 84", "", null);

  /** Half a millimetre on the ground. */
  private static final double MOST_DEGREES = 4.5e-9;

  /** A micrometre. */
  private static final double EXACT_DEGREES = 1e-11;

  private static final int MOST_STEPS = 20;

  private final int code;
  private final String name;
  private final String wkt;
  private final @Nullable PointMove fromWgs84;

  private OutputCrs(int code, String name, String wkt, @Nullable PointMove fromWgs84) {
    this.code = code;
    this.name = name;
    this.wkt = wkt;
    this.fromWgs84 = fromWgs84;
  }

  /**
   * By its code, in any of the ways in which {@link Crs#parse} takes one.
   *
   * @throws UnknownCrs where there is no such code, or it has other than two dimensions
   */
  public static OutputCrs parse(String text) {
    Optional<String> code = CrsCode.find(text.strip());
    if (code.isEmpty()) {
      throw new UnknownCrs("%s is no EPSG code, which is written as EPSG:4490".formatted(text));
    }
    return code.get().equals("EPSG:4326") ? WGS84 : decode(code.get());
  }

  private static OutputCrs decode(String code) {
    EpsgFolder.choose();
    try {
      CoordinateReferenceSystem crs = CRS.decode(code, true);
      MathTransform forward = CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
      if (forward.getSourceDimensions() != 2 || forward.getTargetDimensions() != 2) {
        throw new UnknownCrs("%s does not have two dimensions".formatted(code));
      }
      boolean swap = CRS.getAxisOrder(crs) == AxisOrder.NORTH_EAST;
      return new OutputCrs(
          Integer.parseInt(code.substring("EPSG:".length())),
          crs.getName().getCode(),
          CRS.decode(code, false).toWKT(),
          exactly(forward.inverse(), PointMove.of(forward, swap), swap));
    } catch (UnknownCrs e) {
      throw e;
    } catch (NoninvertibleTransformException e) {
      throw new UnknownCrs("nothing can be written in %s".formatted(code), e);
    } catch (FactoryException | RuntimeException | LinkageError e) {
      throw new UnknownCrs("%s is not a system of the EPSG database".formatted(code), e);
    }
  }

  /**
   * The way there is not quite the way back reversed where datums are shifted or projections worked
   * out by series, so what is left between the two is taken off until nothing is. Far from the
   * ground that a projection is made for this leads nowhere.
   */
  private static PointMove exactly(MathTransform inverse, PointMove back, boolean swap) {
    return point -> {
      double lon = point[0];
      double lat = point[1];
      double[] aim = {lon, lat};
      double[] again = new double[2];
      for (int step = 0; step < MOST_STEPS; step++) {
        inverse.transform(aim, 0, point, 0, 1);
        if (swap) {
          double x = point[0];
          point[0] = point[1];
          point[1] = x;
        }
        again[0] = point[0];
        again[1] = point[1];
        back.apply(again);
        if (isNear(again, lon, lat, EXACT_DEGREES)) {
          return;
        }
        aim[0] += lon - again[0];
        aim[1] += lat - again[1];
      }
      if (!isNear(again, lon, lat, MOST_DEGREES)) {
        throw new TransformException("not to the millimetre");
      }
    };
  }

  private static boolean isNear(double[] point, double lon, double lat, double degrees) {
    return Math.abs(point[0] - lon) < degrees && Math.abs(point[1] - lat) < degrees;
  }

  /**
   * The geometry in this system; the same object where this is EPSG:4326. Equal points give equal
   * points; edges are straight between their corners in either system.
   *
   * @param geometry EPSG:4326, longitude first
   * @throws UnknownCrs where a point cannot be written to the millimetre
   */
  public Geometry fromWgs84(Geometry geometry) {
    if (fromWgs84 == null || geometry.isEmpty()) {
      return geometry;
    }
    return MovedPoints.of(
        geometry,
        fromWgs84,
        (lon, lat) ->
            "(%s, %s) cannot be written in EPSG:%d (%s) to the millimetre"
                .formatted(lon, lat, code, name));
  }

  /** The number of the EPSG database. */
  public int code() {
    return code;
  }

  /** As the EPSG database calls it. */
  public String name() {
    return name;
  }

  /** WKT 1 with the authority's order of axes; empty for {@link #WGS84}. */
  public String wkt() {
    return wkt;
  }

  public boolean isWgs84() {
    return fromWgs84 == null;
  }

  /** {@code EPSG:n}. */
  @Override
  public String toString() {
    return "EPSG:" + code;
  }
}
