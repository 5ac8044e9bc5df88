package org.gridward.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridward.shared.AreaPath;
import org.junit.jupiter.api.Test;

class RosterTests {

  private static final Instant NOW = Instant.parse("2026-08-01T08:00:00Z");

  private static RosterEntry entry(long id, Duty duty, Shift... shifts) {
    return new RosterEntry(worker(id, true), worker(id, false), true, null, duty, List.of(shifts));
  }

  private static Worker worker(long id, boolean onDuty) {
    return new Worker(id, 100 + id, "W", null, new AreaPath("1/"), Set.of(), 5, onDuty);
  }

  @Test
  void isOnDutyFromTheShiftsFirstMomentUntilJustBeforeItsLast() {
    RosterEntry entry = entry(1, Duty.SCHEDULED, new Shift(1, 1, NOW, NOW.plusSeconds(60)));
    assertThat(entry.isOnDuty(NOW.minusMillis(1))).isFalse();
    assertThat(entry.isOnDuty(NOW)).isTrue();
    assertThat(entry.isOnDuty(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void obeysTheHandBeforeTheShift() {
    Shift shift = new Shift(1, 1, NOW, NOW.plusSeconds(60));
    assertThat(entry(1, Duty.OFF, shift).isOnDuty(NOW)).isFalse();
    assertThat(entry(1, Duty.ON).isOnDuty(NOW)).isTrue();
  }

  @Test
  void changesNothingInTheRosterItComesFrom() {
    var main = new Roster.Post(5, 1, ResponsibilityRank.MAIN);
    var backup = new Roster.Post(5, 2, ResponsibilityRank.BACKUP);
    Roster before =
        Roster.of(List.of(entry(1, Duty.ON), entry(2, Duty.OFF)), List.of(backup, main));
    Roster after = before.with(List.of(1L), List.of(), List.of(5L), List.of(backup));
    assertThat(before.posts(5)).containsExactly(main, backup);
    assertThat(before.find(1)).isNotNull();
    assertThat(after.posts(5)).containsExactly(backup);
    assertThat(after.find(1)).isNull();
    assertThat(after.cells(2)).containsExactly(5L);
    assertThat(after.findByUser(101)).isNull();
  }
}
