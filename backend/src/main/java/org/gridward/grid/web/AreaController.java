package org.gridward.grid.web;

import java.util.List;
import java.util.stream.Stream;
import org.gridward.grid.Area;
import org.gridward.grid.AreaType;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.BoundaryHistory;
import org.gridward.identity.Caller;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The area tree: docs/api/grid.md. */
@RestController
class AreaController {

  private final Areas areas;
  private final BoundaryHistory history;

  AreaController(Areas areas, BoundaryHistory history) {
    this.areas = areas;
    this.history = history;
  }

  @GetMapping("/api/area-types")
  Items<AreaType> types(Caller caller) {
    return new Items<>(areas.listTypes());
  }

  @GetMapping("/api/areas")
  Items<AreaView> list(Caller caller, @RequestParam(required = false) @Nullable Long parent) {
    Stream<Area> found =
        parent == null
            ? caller.scopes().stream().flatMap(this::tops)
            : areas.listChildren(visible(caller, parent).id()).stream();
    return new Items<>(found.map(this::view).toList());
  }

  private Stream<Area> tops(AreaPath scope) {
    return scope.isRoot()
        ? areas.listChildren(null).stream()
        : areas.find(scope.ids().getLast()).stream();
  }

  @GetMapping("/api/areas/{id}")
  AreaView get(Caller caller, @PathVariable long id) {
    return view(visible(caller, id));
  }

  @GetMapping("/api/areas/{id}/history")
  Items<BoundaryView> history(Caller caller, @PathVariable long id) {
    return new Items<>(
        history.listOf(visible(caller, id).id()).stream().map(BoundaryView::of).toList());
  }

  private Area visible(Caller caller, long id) {
    return areas
        .find(id)
        .filter(area -> caller.sees(area.path()))
        .orElseThrow(() -> new AreaUnknown(id));
  }

  private AreaView view(Area area) {
    List<Area> children = areas.listChildren(area.id());
    return AreaView.of(area, areas.findBox(area.id()).orElse(null), children.size());
  }
}
