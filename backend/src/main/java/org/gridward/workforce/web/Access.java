package org.gridward.workforce.web;

import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.Problem;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;

/** Who may look at and change workers and cells; what lies outside is not there (404). */
@Component
class Access {

  private static final Role[] WATCHERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR};

  private final Areas areas;
  private final Workforce workforce;

  Access(Areas areas, Workforce workforce) {
    this.areas = areas;
    this.workforce = workforce;
  }

  /** The caller's own worker. */
  Worker own(Caller caller) {
    return workforce
        .findByUser(caller.userId())
        .orElseThrow(
            () -> new Problem.NotFound("no-worker", "you are not a grid worker", Map.of()));
  }

  /** A worker whom the caller is, or sees. */
  Worker visible(Caller caller, long workerId) {
    Worker worker = workforce.get(workerId);
    if (worker.userId() != caller.userId() && !caller.sees(worker.area())) {
      throw new Problem.NotFound(
          "unknown-worker", "there is no worker " + workerId, Map.of("id", workerId));
    }
    return worker;
  }

  /** A worker whose plan the caller may read: one's own, or as one who watches the area. */
  Worker readable(Caller caller, long workerId) {
    Worker worker = visible(caller, workerId);
    if (worker.userId() != caller.userId()) {
      caller.require(worker.area(), WATCHERS);
    }
    return worker;
  }

  /** A worker whom the caller may change. */
  Worker changeable(Caller caller, long workerId, Role... anyOf) {
    Worker worker = visible(caller, workerId);
    caller.require(worker.area(), anyOf);
    return worker;
  }

  /** An area that the caller sees. */
  Area area(Caller caller, long areaId) {
    return areas
        .find(areaId)
        .filter(area -> caller.sees(area.path()))
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "unknown-area", "there is no area " + areaId, Map.of("id", areaId)));
  }
}
