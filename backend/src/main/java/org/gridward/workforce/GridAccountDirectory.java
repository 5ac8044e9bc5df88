package org.gridward.workforce;

import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.AccountDirectory;
import org.gridward.identity.AreaLabel;
import org.springframework.stereotype.Component;

/** Tells accounts about the ground and about who is a worker. */
@Component
class GridAccountDirectory implements AccountDirectory {

  private final Areas areas;
  private final LiveRoster roster;

  GridAccountDirectory(Areas areas, LiveRoster roster) {
    this.areas = areas;
    this.roster = roster;
  }

  @Override
  public Optional<AreaLabel> findArea(long areaId) {
    return areas.find(areaId).map(GridAccountDirectory::label);
  }

  @Override
  public Optional<AreaLabel> findAreaByCode(String code) {
    return areas.findByCode(code).map(GridAccountDirectory::label);
  }

  @Override
  public Optional<Long> findWorker(long userId) {
    return Optional.ofNullable(roster.current().findByUser(userId))
        .filter(RosterEntry::active)
        .map(RosterEntry::id);
  }

  private static AreaLabel label(Area area) {
    return new AreaLabel(area.id(), area.code(), area.names(), area.path());
  }
}
