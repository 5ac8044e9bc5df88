package org.gridward.insight.web;

import java.util.List;
import java.util.stream.Stream;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Component;

/** What a caller may evaluate: their own areas and everything below. */
@Component
class InsightScopes {

  private static final Role[] READERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR};

  private final Areas areas;

  InsightScopes(Areas areas) {
    this.areas = areas;
  }

  /**
   * The area as paths; all that the caller may evaluate for 0.
   *
   * @throws AreaUnknown when there is none that the caller sees
   * @throws NotAllowed when the caller's role there does not suffice
   */
  List<AreaPath> paths(Caller caller, long areaId) {
    if (areaId == 0) {
      List<AreaPath> all = caller.scopes(READERS);
      if (all.isEmpty()) {
        throw new NotAllowed(AreaPath.ROOT, READERS);
      }
      return all;
    }
    AreaPath path =
        areas
            .find(areaId)
            .map(Area::path)
            .filter(caller::sees)
            .orElseThrow(() -> new AreaUnknown(areaId));
    caller.require(path, READERS);
    return List.of(path);
  }

  /** The areas right below the area; the tops of what the caller may evaluate for 0. */
  List<Area> below(Caller caller, long areaId) {
    List<AreaPath> paths = paths(caller, areaId);
    if (areaId != 0) {
      return areas.listChildren(areaId);
    }
    return paths.stream()
        .flatMap(
            path ->
                path.isRoot()
                    ? areas.listChildren(null).stream()
                    : areas.find(path.ids().getLast()).stream())
        .toList();
  }

  /** The cells of the area. */
  List<Area> cells(Caller caller, long areaId) {
    return paths(caller, areaId).stream().flatMap(this::cells).distinct().toList();
  }

  private Stream<Area> cells(AreaPath path) {
    return areas.listCells(path).stream();
  }
}
