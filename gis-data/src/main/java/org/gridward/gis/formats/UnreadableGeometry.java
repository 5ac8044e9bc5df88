package org.gridward.gis.formats;

/** One geometry cannot be made of what stands in the file; becomes a {@link FeatureFault}. */
final class UnreadableGeometry extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  UnreadableGeometry(String code, String message) {
    super(message);
    this.code = code;
  }

  static UnreadableGeometry of(String message) {
    return new UnreadableGeometry("geometry-unreadable", message);
  }

  String code() {
    return code;
  }
}
