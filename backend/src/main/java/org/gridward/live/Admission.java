package org.gridward.live;

import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.Incidents;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;

/** Who may subscribe to what. What is not allowed here is refused. */
@Component
class Admission {

  private final Areas areas;
  private final Workforce workforce;
  private final Incidents incidents;

  Admission(Areas areas, Workforce workforce, Incidents incidents) {
    this.areas = areas;
    this.workforce = workforce;
    this.incidents = incidents;
  }

  /**
   * The way to what was asked for; empty when the caller may not have it, whether or not it exists.
   */
  Optional<Route> admit(Caller caller, Destination destination) {
    return switch (destination) {
      case Destination.AreaIncidents(long areaId) ->
          path(areaId).flatMap(area -> incidents(caller, area));
      case Destination.AreaPositions(long areaId) ->
          path(areaId)
              .filter(area -> caller.may(area, Role.OPERATOR, Role.LEADER, Role.WALL))
              .map(Route.Positions::new);
      case Destination.IncidentPresence(UUID id) ->
          incidents
              .find(id)
              .filter(one -> caller.may(one.areaPath(), Role.OPERATOR, Role.LEADER))
              .map(one -> new Route.Viewers(id));
      case Destination.MyAssignments() ->
          caller.has(Role.GRID_WORKER)
              ? workforce.findByUser(caller.userId()).map(Worker::id).map(Route.ToWorker::new)
              : Optional.empty();
      case Destination.Notices() ->
          caller.isWall() ? Optional.empty() : Optional.of(new Route.ToAll());
    };
  }

  private static Optional<Route> incidents(Caller caller, AreaPath area) {
    if (caller.may(area, Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR)) {
      return Optional.of(new Route.Incidents(area));
    }
    return caller.may(area, Role.WALL) ? Optional.of(new Route.Wall(area)) : Optional.empty();
  }

  private Optional<AreaPath> path(long areaId) {
    return areaId == 0 ? Optional.of(AreaPath.ROOT) : areas.find(areaId).map(Area::path);
  }
}
