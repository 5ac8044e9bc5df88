package org.gridward.incident;

import java.util.List;
import java.util.Set;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents to list.
 *
 * @param areas only inside one of these; an empty list finds nothing
 * @param stages only in one of these; {@link Stage#OPEN} is the queue, sorted by what will be late
 *     first; a set with an ended stage is sorted newest first
 * @param placement null is any
 * @param late only what is past its time limit and not fed back
 * @param filter what else must be true
 * @param after where the page before ended; null is the first page
 * @param limit how many, 1 to 10,000
 */
public record IncidentQuery(
    List<AreaPath> areas,
    Set<Stage> stages,
    @Nullable Placement placement,
    boolean late,
    IncidentFilter filter,
    @Nullable String after,
    int limit) {

  public IncidentQuery {
    areas = List.copyOf(areas);
    stages = Set.copyOf(stages);
  }

  /** With no further filter. */
  public IncidentQuery(
      List<AreaPath> areas,
      Set<Stage> stages,
      @Nullable Placement placement,
      boolean late,
      @Nullable String after,
      int limit) {
    this(areas, stages, placement, late, IncidentFilter.NONE, after, limit);
  }

  /** The first {@code limit} of what is open in {@code area}. */
  public static IncidentQuery open(AreaPath area, int limit) {
    return new IncidentQuery(List.of(area), Stage.OPEN, null, false, null, limit);
  }
}
