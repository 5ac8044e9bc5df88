package org.gridward.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position as a phone or gateway sent it, unchecked.
 *
 * @param workerId whose it is; null for the sender's own
 */
public record SentPosition(
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Instant at,
    @Nullable Float accuracyMetres,
    @Nullable Float headingDegrees,
    @Nullable Float speedMetresPerSecond,
    @Nullable Long workerId) {}
