package org.gridward.workforce.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.workforce.Shift;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The plan of shifts. */
@RestController
class ShiftController {

  private static final Role[] PLANNERS = {Role.LEADER, Role.ADMINISTRATOR};

  private final Workforce workforce;
  private final Access access;
  private final Clock clock;

  ShiftController(Workforce workforce, Access access, Clock clock) {
    this.workforce = workforce;
    this.access = access;
    this.clock = clock;
  }

  record ShiftRequest(@NotNull Instant from, @NotNull Instant to) {}

  /** Without {@code since}: those that have not ended yet. */
  @GetMapping("/api/workers/{id}/shifts")
  ItemList<Shift> list(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Instant since,
      Caller caller) {
    access.readable(caller, id);
    return ItemList.of(workforce.listShifts(id, since == null ? clock.instant() : since));
  }

  @PostMapping("/api/workers/{id}/shifts")
  @ResponseStatus(HttpStatus.CREATED)
  Shift add(@PathVariable long id, @Valid @RequestBody ShiftRequest body, Caller caller) {
    access.changeable(caller, id, PLANNERS);
    return workforce.addShift(id, body.from(), body.to(), caller.actor());
  }

  @DeleteMapping("/api/shifts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable long id, Caller caller) {
    access.changeable(caller, workforce.getShift(id).workerId(), PLANNERS);
    workforce.removeShift(id, caller.actor());
  }
}
