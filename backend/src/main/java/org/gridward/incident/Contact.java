package org.gridward.incident;

import org.jspecify.annotations.Nullable;

/** How to reach a reporter. Personal: kept encrypted, never logged, never put into the journal. */
public record Contact(@Nullable String name, @Nullable String phone) {

  public boolean empty() {
    return name == null && phone == null;
  }

  /** Says nothing, so that no log ever does. */
  @Override
  public String toString() {
    return "Contact[…]";
  }
}
