package org.gridward.grid.web;

import java.util.List;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.ResidentCount;
import org.gridward.grid.Residents;
import org.gridward.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many live where: docs/api/grid.md. */
@RestController
class ResidentsController {

  private final Areas areas;
  private final Residents residents;

  ResidentsController(Areas areas, Residents residents) {
    this.areas = areas;
    this.residents = residents;
  }

  record PartView(long id, String code, long households, long people) {}

  /**
   * @param parts of the areas directly below, in the order of their codes
   */
  record ResidentsView(long households, long people, List<PartView> parts) {}

  @GetMapping("/api/areas/{id}/residents")
  ResidentsView get(Caller caller, @PathVariable long id) {
    Area area =
        areas
            .find(id)
            .filter(found -> caller.sees(found.path()))
            .orElseThrow(() -> new AreaUnknown(id));
    ResidentCount all = residents.count(area.path());
    return new ResidentsView(
        all.households(),
        all.people(),
        areas.listChildren(area.id()).stream().map(this::view).toList());
  }

  private PartView view(Area part) {
    ResidentCount count = residents.count(part.path());
    return new PartView(part.id(), part.code(), count.households(), count.people());
  }
}
