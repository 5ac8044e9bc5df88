package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * An incident as maps, queues and journal entries show it: nothing personal, no free text of the
 * reporter but the place's.
 *
 * @param number what people call it by; grows, with gaps
 * @param category the category's code
 * @param lon degrees east, EPSG:4326; null when not located on a point
 * @param lat degrees north; null when {@code lon} is
 * @param cellId null when outside every cell or not located
 * @param areaPath the cell's path; the root when outside every cell or not located
 * @param address what the gazetteer called the point when it came without words; null otherwise
 * @param dueAt when it must be fed back; null until filed
 * @param version grows with every change; of two views of one incident the higher is the newer
 * @param keeper the user id of the operator who has the case; null: nobody in particular
 * @param escalated whom it was escalated to; null: its own area's operators
 * @param assignee who holds it; null when nobody does, or where the source does not say
 */
public record CompactIncident(
    UUID id,
    long number,
    String category,
    Severity severity,
    Stage stage,
    Placement placement,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Long cellId,
    AreaPath areaPath,
    @Nullable String placeText,
    @Nullable Address address,
    Instant reportedAt,
    @Nullable Instant dueAt,
    int version,
    @Nullable Long keeper,
    @Nullable Escalated escalated,
    @Nullable Assignee assignee) {

  /** The same incident, without the operator who has the case. */
  public CompactIncident withoutKeeper() {
    return with(null, assignee);
  }

  /** The same incident, held by {@code holder}. */
  public CompactIncident heldBy(@Nullable Assignee holder) {
    return with(keeper, holder);
  }

  private CompactIncident with(@Nullable Long keeping, @Nullable Assignee holder) {
    return new CompactIncident(
        id,
        number,
        category,
        severity,
        stage,
        placement,
        lon,
        lat,
        cellId,
        areaPath,
        placeText,
        address,
        reportedAt,
        dueAt,
        version,
        keeping,
        escalated,
        holder);
  }
}
