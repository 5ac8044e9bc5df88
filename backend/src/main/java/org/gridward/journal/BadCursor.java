package org.gridward.journal;

import java.util.Map;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/** What was sent as a cursor is not one. */
public final class BadCursor extends Problem.Rejected {
  BadCursor(@Nullable String text) {
    super(
        "bad-cursor",
        "cursor ("
            + text
            + ") must be one that the journal handed out, like 1-4711-90; leave it out to start at"
            + " the beginning",
        Map.of("field", "cursor"));
  }
}
