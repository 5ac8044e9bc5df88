package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * What evaluation needs of an incident: kind, place and times, nothing that anybody wrote.
 *
 * @param category the category's code
 * @param lon degrees east, EPSG:4326; null when not located on a point
 * @param lat degrees north; null when {@code lon} is
 * @param areaPath the cell's path; the root when outside every cell or not located
 * @param filedAt null until filed
 * @param dueAt when it must be fed back; null until filed
 * @param closedAt when it was closed or dismissed; null while open
 */
public record IncidentFacts(
    UUID id,
    long number,
    String category,
    Stage stage,
    @Nullable Double lon,
    @Nullable Double lat,
    AreaPath areaPath,
    Instant reportedAt,
    @Nullable Instant filedAt,
    @Nullable Instant dueAt,
    @Nullable Instant closedAt) {}
