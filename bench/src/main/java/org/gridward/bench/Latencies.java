package org.gridward.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Quantiles of measured durations, exact (all values are kept). */
final class Latencies {

  private final long[] sortedNanos;

  Latencies(List<Long> nanos) {
    sortedNanos = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  int count() {
    return sortedNanos.length;
  }

  /**
   * The value that the share {@code q} (0 to 1) of all measurements does not exceed; zero when
   * there are none.
   */
  Duration quantile(double q) {
    if (sortedNanos.length == 0) {
      return Duration.ZERO;
    }
    int index = (int) Math.ceil(q * sortedNanos.length) - 1;
    return Duration.ofNanos(sortedNanos[Math.clamp(index, 0, sortedNanos.length - 1)]);
  }

  String millis(double q) {
    return "%.1f ms".formatted(quantile(q).toNanos() / 1e6);
  }

  @Override
  public String toString() {
    return Arrays.toString(sortedNanos);
  }
}
