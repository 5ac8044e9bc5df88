package org.gridward.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrendTests {

  @Test
  void countsBackwardsFromThePresent() {
    Trend trend = new Trend(3);
    trend.rose(0, 2);
    trend.fell(1, 1);
    trend.rose(2, 4);
    assertThat(trend.endingWith(10)).containsExactly(5L, 9L, 8L, 10L);
  }

  @Test
  void leavesOutWhatIsOlderOrStillToCome() {
    Trend trend = new Trend(2);
    trend.rose(2, 5);
    trend.rose(-1, 5);
    trend.fell(Integer.MAX_VALUE, 5);
    assertThat(trend.endingWith(1)).containsExactly(1L, 1L, 1L);
  }
}
