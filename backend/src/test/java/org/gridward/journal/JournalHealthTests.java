package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class JournalHealthTests {

  private static final Instant NOW = Instant.parse("2026-08-07T09:00:00Z");

  private final JournalTail tail = mock();
  private final JournalHealth health = new JournalHealth(tail, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void isUpWhileTheTailLooks() {
    when(tail.readAt()).thenReturn(NOW.minusSeconds(2));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownWhenTheTailStandsStill() {
    when(tail.readAt()).thenReturn(NOW.minusSeconds(11));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails()).containsEntry("sinceRead", "PT11S");
  }
}
