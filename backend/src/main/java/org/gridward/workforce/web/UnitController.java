package org.gridward.workforce.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.Unit;
import org.gridward.workforce.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organisational units. */
@RestController
@RequestMapping("/api/units")
class UnitController {

  private final Units units;
  private final Areas areas;
  private final Access access;

  UnitController(Units units, Areas areas, Access access) {
    this.units = units;
    this.areas = areas;
    this.access = access;
  }

  record UnitRequest(
      @NotBlank @Size(max = 100) String code,
      @NotEmpty @Size(max = 20)
          Map<@NotBlank @Size(max = 20) String, @NotBlank @Size(max = 200) String> names,
      @Nullable Long areaId) {}

  /** Units of the areas the caller sees, and those of no area. */
  @GetMapping
  ItemList<Unit> list(Caller caller) {
    return ItemList.of(units.list().stream().filter(unit -> visible(unit, caller)).toList());
  }

  private boolean visible(Unit unit, Caller caller) {
    return unit.areaId() == null
        || areas.find(unit.areaId()).filter(area -> caller.sees(area.path())).isPresent();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Unit create(@Valid @RequestBody UnitRequest body, Caller caller) {
    AreaPath path =
        body.areaId() == null ? AreaPath.ROOT : access.area(caller, body.areaId()).path();
    caller.require(path, Role.ADMINISTRATOR);
    return units.create(body.code(), body.names(), body.areaId());
  }
}
