package org.gridward.workforce.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.workforce.ResponsibilityRank;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for a cell. */
@RestController
@RequestMapping("/api/cells/{id}/responsibility")
class ResponsibilityController {

  private final Workforce workforce;
  private final Access access;

  ResponsibilityController(Workforce workforce, Access access) {
    this.workforce = workforce;
    this.access = access;
  }

  record Holder(long workerId, String name, boolean onDuty) {}

  record ResponsibilityView(@Nullable Holder main, List<Holder> backups) {}

  record ResponsibilityRequest(
      @Nullable Long main, @NotNull @Size(max = 20) List<@NotNull Long> backups) {}

  @GetMapping
  ResponsibilityView get(@PathVariable long id, Caller caller) {
    access.area(caller, id);
    return view(id);
  }

  @PutMapping
  ResponsibilityView set(
      @PathVariable long id, @Valid @RequestBody ResponsibilityRequest body, Caller caller) {
    caller.require(access.area(caller, id).path(), Role.ADMINISTRATOR);
    workforce.setResponsible(id, body.main(), body.backups(), caller.actor());
    return view(id);
  }

  private ResponsibilityView view(long cellId) {
    List<Holder> backups = list(cellId, ResponsibilityRank.BACKUP);
    return new ResponsibilityView(
        list(cellId, ResponsibilityRank.MAIN).stream().findFirst().orElse(null), backups);
  }

  private List<Holder> list(long cellId, ResponsibilityRank rank) {
    return workforce.listResponsible(cellId).stream()
        .filter(responsible -> responsible.rank() == rank)
        .map(r -> new Holder(r.worker().id(), r.worker().name(), r.worker().onDuty()))
        .toList();
  }
}
