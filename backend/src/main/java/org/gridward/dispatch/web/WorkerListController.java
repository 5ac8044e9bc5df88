package org.gridward.dispatch.web;

import java.util.List;
import org.gridward.dispatch.WorkerBoard;
import org.gridward.dispatch.WorkerStatus;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workers of an area with their load and, for those who may, their place. */
@RestController
class WorkerListController {

  private static final Role[] READERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR};

  private final WorkerBoard board;
  private final Areas areas;

  WorkerListController(WorkerBoard board, Areas areas) {
    this.board = board;
    this.areas = areas;
  }

  record WorkerList(List<WorkerStatus> items, @Nullable String next) {}

  /** Area 0 is everything the caller sees. */
  @GetMapping("/api/workers")
  WorkerList list(@RequestParam(defaultValue = "0") long area, Caller caller) {
    AreaPath asked = area == 0 ? AreaPath.ROOT : areas.get(area).path();
    if (caller.scopes(READERS).isEmpty()) {
      throw new NotAllowed(asked, READERS);
    }
    return new WorkerList(
        board.list(asked).stream()
            .filter(worker -> caller.may(worker.areaPath(), READERS))
            .map(worker -> show(worker, caller))
            .toList(),
        null);
  }

  private static WorkerStatus show(WorkerStatus worker, Caller caller) {
    return caller.may(worker.areaPath(), Role.OPERATOR, Role.LEADER)
        ? worker
        : worker.withoutPosition();
  }
}
