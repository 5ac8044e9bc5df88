package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** An incident that waits to be dispatched, with what the choice of a worker needs. */
public record FiledIncident(
    UUID id,
    AreaPath areaPath,
    @Nullable Long cellId,
    Severity severity,
    String categoryCode,
    int categoryVersion,
    @Nullable Double lon,
    @Nullable Double lat,
    Instant dueAt) {}
