package org.gridward.journal;

import java.time.Clock;
import java.time.Duration;
import org.gridward.shared.OnServer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when this process no longer follows the journal, so that its screens stand still. */
@Component("journalHealthIndicator")
@OnServer
class JournalHealth implements HealthIndicator {

  /** The tail looks every half second; a busy or recovering database may take some looks. */
  private static final Duration LATE = Duration.ofSeconds(10);

  private final JournalTail tail;
  private final Clock clock;

  JournalHealth(JournalTail tail, Clock clock) {
    this.tail = tail;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Duration since = Duration.between(tail.readAt(), clock.instant());
    return (since.compareTo(LATE) > 0 ? Health.down() : Health.up())
        .withDetail("sinceRead", since.toString())
        .build();
  }
}
