package org.gridward.dispatch;

import java.time.Instant;
import java.util.Set;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A worker as maps and lists show them.
 *
 * @param rank the post's title
 * @param activeAssignments in hand now
 * @param position the latest; null when off duty or not known
 */
public record WorkerStatus(
    long id,
    String name,
    @Nullable String rank,
    AreaPath areaPath,
    Set<String> skills,
    int capacity,
    boolean onDuty,
    int activeAssignments,
    @Nullable Spot position) {

  /** Degrees, EPSG:4326, and when that was. */
  public record Spot(double lon, double lat, Instant at, @Nullable Double headingDegrees) {}

  /** The same without the position, for those who may not see it. */
  public WorkerStatus withoutPosition() {
    return new WorkerStatus(
        id, name, rank, areaPath, skills, capacity, onDuty, activeAssignments, null);
  }

  /** The same without what tells who it is, but for the number. */
  public WorkerStatus anonymous() {
    return new WorkerStatus(
        id, "", null, areaPath, Set.of(), capacity, onDuty, activeAssignments, position);
  }
}
