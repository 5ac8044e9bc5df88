package org.gridward.tracking;

import java.time.Instant;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * Where a worker was.
 *
 * @param lon degrees, EPSG:4326
 * @param lat degrees, EPSG:4326
 * @param at when, by the phone's clock
 * @param headingDegrees clockwise from north, 0 to 360
 * @param cellId the cell it lies in; null outside every cell
 * @param area that cell's path; the root outside every cell
 * @param workerArea the area the worker belongs to
 */
public record Position(
    long workerId,
    double lon,
    double lat,
    Instant at,
    @Nullable Float accuracyMetres,
    @Nullable Float headingDegrees,
    @Nullable Float speedMetresPerSecond,
    @Nullable Long cellId,
    AreaPath area,
    AreaPath workerArea) {

  /** True when it concerns those who watch {@code watched}: the place or the worker is theirs. */
  public boolean concerns(AreaPath watched) {
    return watched.contains(workerArea) || (cellId != null && watched.contains(area));
  }
}
