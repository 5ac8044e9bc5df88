package org.gridward.gis.formats;

/**
 * A file as a whole cannot be read, or not further. The only exception this package throws for bad
 * content.
 *
 * <p>Codes: {@code file-empty}, {@code format-unknown}, {@code file-damaged}, {@code
 * file-incomplete}, {@code encoding-unclear}, {@code crs-unknown}, {@code layer-unclear}, {@code
 * layer-unknown}, {@code file-unreadable} (the disk says no).
 */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  public UnreadableFile(String code, String message) {
    super(message);
    this.code = code;
  }

  public UnreadableFile(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
