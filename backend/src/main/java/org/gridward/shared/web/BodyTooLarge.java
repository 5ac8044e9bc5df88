package org.gridward.shared.web;

import java.io.IOException;

/** A body longer than we read. 413. */
public final class BodyTooLarge extends IOException {

  private final long limitBytes;

  BodyTooLarge(long limitBytes) {
    super("the body must not be longer than " + limitBytes + " bytes");
    this.limitBytes = limitBytes;
  }

  public long limitBytes() {
    return limitBytes;
  }
}
