package org.gridward.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident that another system has taken in, and perhaps ended, before.
 *
 * @param report as it was made; its channel is {@link Channel#IMPORT}
 * @param closedAt when it was closed; null while it is open
 * @param outcome how it was closed, in words; null leaves a standard sentence
 */
public record PastIncident(
    NewReport report, @Nullable Instant closedAt, @Nullable String outcome) {}
