package org.gridward.gis.crs;

/** A coordinate reference system that is not known, or cannot take a point to WGS 84. */
public final class UnknownCrs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownCrs(String message) {
    super(message);
  }

  public UnknownCrs(String message, Throwable cause) {
    super(message, cause);
  }
}
