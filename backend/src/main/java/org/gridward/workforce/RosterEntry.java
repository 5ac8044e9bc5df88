package org.gridward.workforce;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker as kept in memory.
 *
 * @param on the worker as told while on duty
 * @param off the same worker while off duty
 * @param shifts those that have not ended, in order
 */
record RosterEntry(
    Worker on, Worker off, boolean active, @Nullable Long unitId, Duty duty, List<Shift> shifts) {

  RosterEntry {
    shifts = List.copyOf(shifts);
  }

  long id() {
    return on.id();
  }

  boolean isOnDuty(Instant now) {
    return switch (duty) {
      case ON -> active;
      case OFF -> false;
      case SCHEDULED -> active && shifts.stream().anyMatch(shift -> shift.covers(now));
    };
  }

  Worker at(Instant now) {
    return isOnDuty(now) ? on : off;
  }
}
