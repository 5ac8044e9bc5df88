package org.gridward.insight;

import java.util.Map;
import org.gridward.shared.Problem;

/** The incidents are still being read into memory after the start. */
public final class InsightNotReady extends Problem.NotReady {

  private static final int SOON_SECONDS = 2;

  InsightNotReady(int read) {
    super(
        "insight-not-ready",
        "the incidents are still being read (%,d so far); try again in a moment".formatted(read),
        Map.of("read", read, "retryAfterSeconds", SOON_SECONDS));
  }
}
