package org.gridward.grid.imports;

/** A feature cannot be an area; the import goes on without it. */
final class FaultyFeature extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  FaultyFeature(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
