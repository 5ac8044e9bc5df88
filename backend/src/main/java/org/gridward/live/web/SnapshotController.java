package org.gridward.live.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.WorkerBoard;
import org.gridward.dispatch.WorkerStatus;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.incident.Assignee;
import org.gridward.incident.Assignees;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.Stage;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The present state of an area, for a screen that then follows what is newer. */
@RestController
class SnapshotController {

  private static final Role[] READERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR, Role.WALL};
  private static final int MOST_INCIDENTS = 10_000;

  private final Journal journal;
  private final Incidents incidents;
  private final Assignees assignees;
  private final WorkerBoard workers;
  private final Areas areas;

  SnapshotController(
      Journal journal, Incidents incidents, Assignees assignees, WorkerBoard workers, Areas areas) {
    this.journal = journal;
    this.incidents = incidents;
    this.assignees = assignees;
    this.workers = workers;
    this.areas = areas;
  }

  /**
   * The state.
   *
   * @param cursor taken before the state was read: what comes after it may be in the state already
   *     and is told apart by its version
   * @param more there are more open incidents than these 10,000, which are those due first
   */
  record Snapshot(
      Cursor cursor, List<CompactIncident> incidents, boolean more, List<WorkerStatus> workers) {}

  @GetMapping("/api/live/snapshot")
  Snapshot show(Caller caller, @RequestParam(defaultValue = "0") long area) {
    List<AreaPath> scopes = scopes(caller, area);
    Cursor cursor = journal.head();
    IncidentPage open =
        incidents.list(new IncidentQuery(scopes, Stage.OPEN, null, false, null, MOST_INCIDENTS));
    return new Snapshot(
        cursor, compact(caller, open.items()), open.next() != null, workers(caller, scopes));
  }

  /** Area 0 is all that the caller may read. */
  private List<AreaPath> scopes(Caller caller, long areaId) {
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

  private List<CompactIncident> compact(Caller caller, List<IncidentView> open) {
    Map<UUID, Assignee> holders =
        assignees.listActive(open.stream().map(IncidentView::id).toList());
    return open.stream()
        .map(incident -> incident.compact().heldBy(shown(caller, holders.get(incident.id()))))
        .map(incident -> caller.isWall() ? incident.withoutKeeper() : incident)
        .toList();
  }

  /** A wall shows no names. */
  private static @Nullable Assignee shown(Caller caller, @Nullable Assignee holder) {
    return holder == null || !caller.isWall()
        ? holder
        : new Assignee(holder.workerId(), "", holder.state(), holder.assignmentId());
  }

  private List<WorkerStatus> workers(Caller caller, List<AreaPath> scopes) {
    return scopes.stream()
        .flatMap(scope -> workers.list(scope).stream())
        .map(
            worker ->
                caller.may(worker.areaPath(), Role.OPERATOR, Role.LEADER, Role.WALL)
                    ? worker
                    : worker.withoutPosition())
        .map(worker -> caller.isWall() ? worker.anonymous() : worker)
        .toList();
  }
}
