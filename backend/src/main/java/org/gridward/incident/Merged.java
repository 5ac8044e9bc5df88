package org.gridward.incident;

import java.time.Instant;

/**
 * An incident that was found to be a duplicate.
 *
 * @param mergedBy the text of an {@link org.gridward.shared.Actor}
 * @param reason in words; empty where none was given
 */
public record Merged(IncidentView duplicate, Instant mergedAt, String mergedBy, String reason) {}
