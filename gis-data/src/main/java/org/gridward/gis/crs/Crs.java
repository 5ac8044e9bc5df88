package org.gridward.gis.crs;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.CRS.AxisOrder;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system, always used easting or longitude first whatever its authority
 * says. Immutable and safe for any number of threads.
 *
 * <p>Known limit: where neither the EPSG database nor the WKT tells how a datum lies towards WGS
 * 84, the two are taken as the same. That is right within a metre or two for NAD83, ETRS89 and
 * CGCS2000; for older datums (Beijing 1954, NAD27) give the code instead of relying on a .prj.
 */
public final class Crs {
  /** EPSG:4326, longitude first. */
  public static final Crs WGS84 = new Crs("EPSG:4326", null);

  private static final Crs GCJ02 = new Crs("GCJ-02", Gcj02::toWgs84);
  private static final Crs BD09 = new Crs("BD-09", Bd09::toWgs84);

  private static final ConcurrentMap<String, Crs> BY_CODE = new ConcurrentHashMap<>();

  private final String name;
  private final @Nullable PointMove toWgs84;

  private Crs(String name, @Nullable PointMove toWgs84) {
    this.name = name;
    this.toWgs84 = toWgs84;
  }

  /**
   * A system by its code ({@code EPSG:2263}, {@code urn:ogc:def:crs:OGC:1.3:CRS84}, {@code
   * http://www.opengis.net/def/crs/EPSG/0/2263}), by WKT 1 as in a .prj file, or {@code gcj02} or
   * {@code bd09}, the shifted coordinates of Chinese map services (docs/data.md says how exact).
   * The first code of the EPSG database takes seconds; later ones are quick.
   *
   * @throws UnknownCrs where it is neither
   */
  public static Crs parse(String codeOrWkt) {
    String text = codeOrWkt.strip();
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "gcj02", "gcj-02" -> GCJ02;
      case "bd09", "bd-09" -> BD09;
      default -> registered(text);
    };
  }

  private static Crs registered(String text) {
    return CrsCode.find(text).map(Crs::ofCode).orElseGet(() -> ofWkt(text));
  }

  private static Crs ofCode(String code) {
    return code.equals("EPSG:4326") ? WGS84 : BY_CODE.computeIfAbsent(code, Crs::decode);
  }

  private static Crs decode(String code) {
    EpsgFolder.choose();
    try {
      return of(code, CRS.decode(code, true));
    } catch (UnknownCrs e) {
      throw e;
    } catch (FactoryException | RuntimeException | LinkageError e) {
      throw new UnknownCrs("%s is not a system of the EPSG database".formatted(code), e);
    }
  }

  private static Crs ofWkt(String wkt) {
    try {
      CoordinateReferenceSystem crs = CRS.parseWKT(wkt);
      return of(crs.getName().getCode(), crs);
    } catch (UnknownCrs e) {
      throw e;
    } catch (FactoryException | RuntimeException | LinkageError e) {
      throw new UnknownCrs(
          "\"%s\" is neither an EPSG code nor WKT that is understood".formatted(start(wkt)), e);
    }
  }

  private static Crs of(String name, CoordinateReferenceSystem crs) throws FactoryException {
    // "true": lenient about an unknown datum shift, see the known limit above
    MathTransform transform = CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
    if (transform.getSourceDimensions() != 2 || transform.getTargetDimensions() != 2) {
      throw new UnknownCrs("%s does not have two dimensions".formatted(name));
    }
    boolean swap = CRS.getAxisOrder(crs) == AxisOrder.NORTH_EAST;
    return new Crs(name, transform.isIdentity() && !swap ? null : PointMove.of(transform, swap));
  }

  private static String start(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /**
   * The geometry in EPSG:4326, longitude first; the same object where this is EPSG:4326 already.
   * Equal points give equal points, so shared borders stay shared. Heights are kept as they are.
   *
   * @throws UnknownCrs where a point lies outside what this system can express
   */
  public Geometry toWgs84(Geometry geometry) {
    if (toWgs84 == null || geometry.isEmpty()) {
      return geometry;
    }
    return MovedPoints.of(
        geometry, toWgs84, (x, y) -> "(%s, %s) cannot be a point in %s".formatted(x, y, name));
  }

  /** For messages: the code, or the name that the WKT gives. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
