package org.gridward.wall.web;

import java.util.List;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Component;

/** Which ground a wall may show to a caller. */
@Component
class Scopes {

  static final Role[] READERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR, Role.WALL};
  static final Role[] EDITORS = {Role.OPERATOR, Role.ADMINISTRATOR};

  private final Areas areas;

  Scopes(Areas areas) {
    this.areas = areas;
  }

  /** Area 0 is all that the caller may watch. */
  List<AreaPath> of(Caller caller, long areaId) {
    if (areaId == 0) {
      List<AreaPath> all = caller.scopes(READERS);
      if (all.isEmpty()) {
        throw new NotAllowed(AreaPath.ROOT, READERS);
      }
      return all;
    }
    AreaPath path = seen(caller, areaId);
    caller.require(path, READERS);
    return List.of(path);
  }

  /** The ground of a scene that the caller may change; area 0 is the whole installation. */
  AreaPath toEdit(Caller caller, long areaId) {
    AreaPath path = areaId == 0 ? AreaPath.ROOT : seen(caller, areaId);
    caller.require(path, EDITORS);
    return path;
  }

  private AreaPath seen(Caller caller, long areaId) {
    return areas
        .find(areaId)
        .map(Area::path)
        .filter(caller::sees)
        .orElseThrow(() -> new AreaUnknown(areaId));
  }
}
