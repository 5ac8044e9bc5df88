package org.gridward.cli.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Maps the time of the file to the time of the clock on the wall. Not thread-safe. */
final class Pace {

  /** Times faster than the past; infinite: as fast as it goes. */
  private final double speed;

  private @Nullable Instant simulatedStart;
  private long wallStart;

  Pace(double speed) {
    this.speed = speed;
  }

  static double parse(String text) {
    if (text.toLowerCase(Locale.ROOT).equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("--speed must be a number above 0, or max, not " + text);
  }

  /** How long to wait before {@code simulated} is due; negative when it is overdue. */
  Duration untilDue(Instant simulated) {
    if (simulatedStart == null) {
      simulatedStart = simulated;
      wallStart = System.nanoTime();
    }
    if (Double.isInfinite(speed)) {
      return Duration.ZERO;
    }
    double passed = Duration.between(simulatedStart, simulated).toNanos() / speed;
    return Duration.ofNanos((long) passed - (System.nanoTime() - wallStart));
  }
}
