package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.gridward.grid.TestGround;
import org.gridward.incident.IncidentFigures.Counted;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures against brute force over random lives of incidents. */
@PostgisTest
class IncidentFiguresIT {

  @Autowired IncidentFigures figures;
  @Autowired TestGround ground;
  @Autowired JdbcClient jdbc;

  private TestGround.District district;

  @BeforeEach
  void layGround() {
    district = ground.district(1, 2);
  }

  /** When what happened to an incident; null is never. */
  private record Life(
      Instant reported,
      @Nullable Instant due,
      @Nullable Instant handled,
      @Nullable Instant closed) {

    boolean isOpen(Instant at) {
      return !reported.isAfter(at) && (closed == null || closed.isAfter(at));
    }

    boolean isLate(Instant at) {
      return isOpen(at)
          && due != null
          && due.isBefore(at)
          && (handled == null || handled.isAfter(at));
    }
  }

  @Test
  void agreeWithCountingOneByOne() {
    Random random = new Random(4);
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Life life = life(random, start);
      lives.add(life);
      insert(life, district.cells().get(i % 2).path());
    }
    insert(life(random, start), ground.district(1, 1).cells().getFirst().path());
    Counted counted = figures.count(List.of(district.top().path()));
    assertThat(counted.open()).isEqualTo(line(lives, counted.at(), Life::isOpen));
    assertThat(counted.late()).isEqualTo(line(lives, counted.at(), Life::isLate));
    assertThat(counted.late()).anyMatch(n -> n > 0);
    assertThat(counted.reports()).isEqualTo(hours(lives, counted));
  }

  @Test
  void nothingIsCountedOfNoArea() {
    Counted counted = figures.count(List.of());
    assertThat(counted.open()).hasSize(61).containsOnly(0L);
    assertThat(counted.reports()).hasSize(24).containsOnly(0L);
  }

  private interface State {
    boolean of(Life life, Instant at);
  }

  private static List<Long> line(List<Life> lives, Instant at, State state) {
    List<Long> line = new ArrayList<>();
    for (int minute = IncidentFigures.MINUTES; minute >= 0; minute--) {
      Instant then = at.minus(Duration.ofMinutes(minute));
      line.add(lives.stream().filter(life -> state.of(life, then)).count());
    }
    return line;
  }

  private static List<Long> hours(List<Life> lives, Counted counted) {
    List<Long> hours = new ArrayList<>();
    for (int ago = IncidentFigures.HOURS - 1; ago >= 0; ago--) {
      Instant from = counted.hour().minus(Duration.ofHours(ago));
      Predicate<Life> within =
          life ->
              !life.reported.isBefore(from)
                  && life.reported.isBefore(from.plus(Duration.ofHours(1)));
      hours.add(lives.stream().filter(within).count());
    }
    return hours;
  }

  /** Reported within 30 hours; the rest follows in order, or has not come yet. */
  private static Life life(Random random, Instant now) {
    Instant reported = now.minusSeconds(1 + random.nextInt(random.nextBoolean() ? 4000 : 108_000));
    Instant due = random.nextInt(5) == 0 ? null : later(random, reported);
    Instant handled = past(later(random, reported), now);
    Instant closed = handled == null ? null : past(later(random, handled), now);
    return new Life(reported, due, handled, closed);
  }

  /** Half a second off, so that no moment falls on a minute of the line. */
  private static Instant later(Random random, Instant than) {
    return than.plusSeconds(1 + random.nextInt(5000)).plusMillis(random.nextInt(999));
  }

  private static @Nullable Instant past(Instant moment, Instant now) {
    return moment.isBefore(now) ? moment : null;
  }

  private void insert(Life life, AreaPath area) {
    String stage =
        life.closed != null ? "CLOSED" : life.handled != null ? "FED_BACK" : "DISPATCHED";
    jdbc.sql(
            """
            insert into incident (id, category_code, category_version, severity, stage, placement,
              area_path, channel, reported_at, due_at, handled_at, closed_at)
            values (?, 'noise', 1, 'NORMAL', ?, 'OUTSIDE', ?, 'OPERATOR', ?, ?, ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(stage)
        .param(area.value())
        .param(utc(life.reported))
        .param(utc(life.due))
        .param(utc(life.handled))
        .param(utc(life.closed))
        .update();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
