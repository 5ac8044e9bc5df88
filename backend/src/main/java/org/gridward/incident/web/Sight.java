package org.gridward.incident.web;

import java.util.List;
import java.util.UUID;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.incident.Assignees;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a caller may see: the incidents of their areas, those that were ever theirs to handle, and
 * the duplicates of both. Anything else does not exist for them.
 */
@Component
class Sight {

  private final Incidents incidents;
  private final Areas areas;
  private final ObjectProvider<Assignees> assignees;

  Sight(Incidents incidents, Areas areas, ObjectProvider<Assignees> assignees) {
    this.incidents = incidents;
    this.areas = areas;
    this.assignees = assignees;
  }

  IncidentView get(UUID id, Caller caller) {
    return incidents
        .find(id)
        .filter(incident -> sees(caller, incident))
        .orElseThrow(() -> new IncidentUnknown(id));
  }

  boolean mayGet(UUID id, Caller caller) {
    return incidents.find(id).filter(incident -> sees(caller, incident)).isPresent();
  }

  private boolean sees(Caller caller, IncidentView incident) {
    UUID survivor = incident.duplicateOf();
    return caller.sees(incident.areaPath())
        || wasAssigned(caller, incident.id())
        || (survivor != null && mayGet(survivor, caller));
  }

  private boolean wasAssigned(Caller caller, UUID id) {
    Assignees source = assignees.getIfAvailable();
    return source != null && source.everAssigned(id, caller.userId());
  }

  /** The parts of an area (null or 0: of the whole installation) that the caller sees. */
  List<AreaPath> scopes(@Nullable Long areaId, Caller caller) {
    if (areaId == null || areaId == 0) {
      return caller.scopes();
    }
    return areas.find(areaId).map(Area::path).map(path -> within(path, caller)).orElse(List.of());
  }

  private static List<AreaPath> within(AreaPath path, Caller caller) {
    return caller.sees(path)
        ? List.of(path)
        : caller.scopes().stream().filter(path::contains).toList();
  }
}
