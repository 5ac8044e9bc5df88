package org.gridward.insight;

import java.time.Duration;
import java.time.Instant;
import org.gridward.gis.heat.IncidentRow;
import org.jspecify.annotations.Nullable;

/** Moments as the columns keep them: seconds since 2000, so that they last until 2068. */
final class Seconds {

  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private Seconds() {}

  /** What lies before 2000 or after 2068 is taken for its first or last second. */
  static int of(Instant moment) {
    return Math.clamp(Duration.between(EPOCH, moment).toSeconds(), 0, Integer.MAX_VALUE);
  }

  static int ofOptional(@Nullable Instant moment) {
    return moment == null ? IncidentRow.NONE : of(moment);
  }

  static Instant instant(int seconds) {
    return EPOCH.plusSeconds(seconds);
  }

  /** From one moment to another; 0 when the second lies before. */
  static int between(Instant from, @Nullable Instant to) {
    if (to == null) {
      return IncidentRow.NONE;
    }
    return Math.clamp(Duration.between(from, to).toSeconds(), 0, Integer.MAX_VALUE);
  }
}
