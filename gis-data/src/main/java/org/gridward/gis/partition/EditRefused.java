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
   * Stable: {@code cuts-nothing}, {@code not-neighbours}, {@code nothing-left}, {@code not-exact}.
   */
  public String code() {
    return code;
  }
}
