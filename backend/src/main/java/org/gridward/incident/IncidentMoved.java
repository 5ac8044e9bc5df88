package org.gridward.incident;

import java.util.UUID;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** An open incident was put on another place of the map. Published inside the transaction. */
public record IncidentMoved(
    UUID id,
    Stage stage,
    AreaPath from,
    AreaPath to,
    @Nullable Long cellId,
    @Nullable Double lon,
    @Nullable Double lat) {}
