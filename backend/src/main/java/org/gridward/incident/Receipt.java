package org.gridward.incident;

import java.util.UUID;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted report: what was true when its transaction committed.
 *
 * @param trackingCode what a resident follows the report with; null on every other channel
 * @param repeated true when the idempotency key had been used before: this is the first answer
 *     again and nothing was added
 */
public record Receipt(
    UUID id,
    long number,
    Stage stage,
    Placement placement,
    @Nullable Long cellId,
    AreaPath areaPath,
    int version,
    @Nullable String trackingCode,
    boolean repeated) {

  /** The same answer to the same request sent again. */
  public Receipt again() {
    return new Receipt(id, number, stage, placement, cellId, areaPath, version, trackingCode, true);
  }
}
