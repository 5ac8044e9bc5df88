package org.gridward.workforce.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.CellLocator;
import org.gridward.identity.Caller;
import org.gridward.workforce.ResponsibilityRank;
import org.gridward.workforce.Responsible;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which cell a point lies in, and who answers for it. */
@RestController
class LocateController {

  private final CellLocator locator;
  private final Areas areas;
  private final Workforce workforce;

  LocateController(CellLocator locator, Areas areas, Workforce workforce) {
    this.locator = locator;
    this.areas = areas;
    this.workforce = workforce;
  }

  record CellView(long id, String code, Map<String, String> names, String path) {}

  record AreaView(long id, String code, String type, Map<String, String> names) {}

  record ResponsibleView(long workerId, String name, ResponsibilityRank rank, boolean onDuty) {}

  record Located(
      @Nullable CellView cell, List<AreaView> areas, @Nullable ResponsibleView responsible) {}

  /**
   * Without {@code at}: now, from memory. The boundaries may be asked for by anybody signed in; who
   * answers for the cell is told only to those who see it.
   */
  @GetMapping("/api/locate")
  Located locate(
      @RequestParam @DecimalMin("-180") @DecimalMax("180") double lon,
      @RequestParam @DecimalMin("-90") @DecimalMax("90") double lat,
      @RequestParam(required = false) @Nullable Instant at,
      Caller caller) {
    Optional<Area> cell = at == null ? locator.locate(lon, lat) : locator.locateAt(lon, lat, at);
    return cell.map(found -> describe(found, at, caller))
        .orElseGet(() -> new Located(null, List.of(), null));
  }

  private Located describe(Area cell, @Nullable Instant at, Caller caller) {
    List<AreaView> path =
        areas.listPath(cell.path()).stream()
            .map(area -> new AreaView(area.id(), area.code(), area.type(), area.names()))
            .toList();
    return new Located(
        new CellView(cell.id(), cell.code(), cell.names(), cell.path().value()),
        path,
        caller.sees(cell.path()) ? responsible(cell.id(), at) : null);
  }

  /** The first on duty in the order main, backups; nobody on duty: the first of all. */
  private @Nullable ResponsibleView responsible(long cellId, @Nullable Instant at) {
    List<Responsible> all =
        at == null ? workforce.listResponsible(cellId) : workforce.listResponsibleAt(cellId, at);
    if (all.isEmpty()) {
      return null;
    }
    Responsible first =
        at == null
            ? all.stream().filter(r -> r.worker().onDuty()).findFirst().orElse(all.getFirst())
            : all.getFirst();
    return new ResponsibleView(
        first.worker().id(), first.worker().name(), first.rank(), first.worker().onDuty());
  }
}
