package org.gridward.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gridward.shared.AreaPath;
import org.junit.jupiter.api.Test;

class LatestPositionsTests {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final LatestPositions latest = new LatestPositions();

  @Test
  void isNotMovedBackByAnOlderFix() {
    latest.update(List.of(at(7, 10, 1)));
    latest.update(List.of(at(7, 5, 2)));
    assertThat(latest.find(7).orElseThrow().lon()).isEqualTo(1);
    latest.update(List.of(at(7, 11, 3)));
    assertThat(latest.find(7).orElseThrow().lon()).isEqualTo(3);
  }

  @Test
  void tellsOncePerWorkerWhoHasMoved() {
    latest.update(List.of(at(1, 1, 1), at(1, 3, 3), at(1, 2, 2), at(2, 1, 9)));
    assertThat(latest.takeMoved()).extracting(Position::lon).containsExactlyInAnyOrder(3.0, 9.0);
    assertThat(latest.takeMoved()).isEmpty();
    latest.update(List.of(at(2, 0, 8)));
    assertThat(latest.takeMoved()).isEmpty();
  }

  @Test
  void concernsTheWatchersOfThePlaceAndOfTheWorker() {
    Position position =
        new Position(1, 0, 0, NOON, null, null, null, 5L, new AreaPath("1/5/"), new AreaPath("2/"));
    assertThat(position.concerns(new AreaPath("1/"))).isTrue();
    assertThat(position.concerns(new AreaPath("2/"))).isTrue();
    assertThat(position.concerns(new AreaPath("3/"))).isFalse();
    assertThat(position.concerns(AreaPath.ROOT)).isTrue();
  }

  private static Position at(long worker, int seconds, double lon) {
    return new Position(
        worker,
        lon,
        0,
        NOON.plusSeconds(seconds),
        null,
        null,
        null,
        null,
        AreaPath.ROOT,
        AreaPath.ROOT);
  }
}
