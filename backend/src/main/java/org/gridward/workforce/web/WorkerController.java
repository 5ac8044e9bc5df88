package org.gridward.workforce.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridward.grid.Area;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.identity.Users;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workers and their duty. The list with positions and loads is a matter of dispatch. */
@RestController
@RequestMapping("/api/workers")
class WorkerController {

  private final Workforce workforce;
  private final Users users;
  private final Access access;

  WorkerController(Workforce workforce, Users users, Access access) {
    this.workforce = workforce;
    this.users = users;
    this.access = access;
  }

  record DutyRequest(@NotNull Boolean on) {}

  record NewWorkerRequest(
      @NotNull Long userId,
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(max = 100) String rank,
      @NotNull Long areaId,
      @Nullable @Size(max = 50) Set<@NotBlank @Size(max = 100) String> skills,
      @Nullable @Min(1) @Max(1000) Integer capacity,
      @Nullable Long unitId) {}

  record WorkerChange(
      @Nullable @Size(min = 1, max = 200) String name,
      @Nullable @Size(max = 100) String rank,
      @Nullable @Size(max = 50) Set<@NotBlank @Size(max = 100) String> skills,
      @Nullable @Min(1) @Max(1000) Integer capacity,
      @Nullable Boolean active) {}

  @GetMapping("/me")
  WorkerView me(Caller caller) {
    return WorkerView.of(access.own(caller), workforce);
  }

  @PutMapping("/me/duty")
  WorkerView setOwnDuty(@Valid @RequestBody DutyRequest body, Caller caller) {
    Worker worker = access.own(caller);
    workforce.setDuty(worker.id(), body.on(), caller.actor());
    return WorkerView.of(workforce.get(worker.id()), workforce);
  }

  @GetMapping("/{id}")
  WorkerView get(@PathVariable long id, Caller caller) {
    return WorkerView.of(access.visible(caller, id), workforce);
  }

  /** {@code on} null gives the decision back to the shifts. */
  record OthersDutyRequest(@Nullable Boolean on) {}

  @PutMapping("/{id}/duty")
  WorkerView setDuty(
      @PathVariable long id, @Valid @RequestBody OthersDutyRequest body, Caller caller) {
    access.changeable(caller, id, Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR);
    if (body.on() == null) {
      workforce.setDutyByShifts(id, caller.actor());
    } else {
      workforce.setDuty(id, body.on(), caller.actor());
    }
    return WorkerView.of(workforce.get(id), workforce);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WorkerView create(@Valid @RequestBody NewWorkerRequest body, Caller caller) {
    Area area = access.area(caller, body.areaId());
    caller.require(area.path(), Role.ADMINISTRATOR);
    requireUser(body.userId(), caller);
    Worker worker =
        workforce.create(
            new NewWorker(
                body.userId(),
                body.name(),
                body.rank(),
                area.path(),
                Objects.requireNonNullElse(body.skills(), Set.of()),
                Objects.requireNonNullElse(body.capacity(), NewWorker.USUAL_CAPACITY),
                body.unitId()),
            caller.actor());
    return WorkerView.of(worker, workforce);
  }

  private void requireUser(long userId, Caller caller) {
    boolean known =
        users
            .find(userId)
            .filter(
                user ->
                    caller.may(Role.ADMINISTRATOR, AreaPath.ROOT)
                        || user.grants().stream()
                            .anyMatch(g -> caller.may(Role.ADMINISTRATOR, g.area())))
            .isPresent();
    if (!known) {
      throw new Problem.Rejected(
          "unknown-user", "there is no user " + userId, Map.of("userId", userId));
    }
  }

  @PatchMapping("/{id}")
  WorkerView change(@PathVariable long id, @Valid @RequestBody WorkerChange body, Caller caller) {
    Worker worker = access.changeable(caller, id, Role.ADMINISTRATOR);
    workforce.update(
        id,
        new NewWorker(
            worker.userId(),
            Objects.requireNonNullElse(body.name(), worker.name()),
            body.rank() == null ? worker.rank() : body.rank(),
            worker.area(),
            Objects.requireNonNullElse(body.skills(), worker.skills()),
            Objects.requireNonNullElse(body.capacity(), worker.capacity()),
            workforce.findUnit(id).orElse(null)),
        !Boolean.FALSE.equals(body.active()),
        caller.actor());
    return WorkerView.of(workforce.get(id), workforce);
  }
}
