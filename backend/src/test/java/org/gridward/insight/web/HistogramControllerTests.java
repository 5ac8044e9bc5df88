package org.gridward.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramControllerTests {

  /** In Cairo the clock goes from midnight to one at the end of April, and back in October. */
  @Test
  void beginsEveryDayAtItsFirstMomentAlsoWhereMidnightIsLeftOut() {
    assertThat(days("2026-04-22T12:00:00Z", "2026-04-25T12:00:00Z"))
        .containsExactly(
            Instant.parse("2026-04-21T22:00:00Z"),
            Instant.parse("2026-04-22T22:00:00Z"),
            Instant.parse("2026-04-23T22:00:00Z"),
            Instant.parse("2026-04-24T21:00:00Z"),
            Instant.parse("2026-04-25T21:00:00Z"));
    assertThat(days("2026-10-29T12:00:00Z", "2026-10-30T12:00:00Z"))
        .containsExactly(
            Instant.parse("2026-10-28T21:00:00Z"),
            Instant.parse("2026-10-29T22:00:00Z"),
            Instant.parse("2026-10-30T22:00:00Z"));
  }

  private static List<Instant> days(String from, String to) {
    return HistogramController.edges(
        Instant.parse(from), Instant.parse(to), ChronoUnit.DAYS, ZoneId.of("Africa/Cairo"));
  }
}
