package org.gridward.gis.partition;

/** An edit that cannot be made as it was asked for; the message says why. */
public final class EditRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String code;

  EditRefused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /**
   * Stable: {@code cuts-nothing}, {@code cuts-too-often}, {@code not-neighbours}, {@code
   * nothing-left}, {@code not-exact}, {@code too-many-cells}, {@code codes-exhausted}.
   */
  public String code() {
    return code;
  }
}
