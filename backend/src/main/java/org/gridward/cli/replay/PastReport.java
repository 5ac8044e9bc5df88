package org.gridward.cli.replay;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the file.
 *
 * @param row its line number in the file, from 1
 * @param key the same each time the same row is played: the idempotency key
 * @param id the number the report has in the system it came from
 * @param category the slugged code
 * @param lon degrees east, WGS 84; null when the row has no coordinates
 * @param lat degrees north, WGS 84; null when the row has no coordinates
 * @param address the place in words, perhaps empty
 */
record PastReport(
    long row,
    String key,
    @Nullable String id,
    String category,
    String description,
    @Nullable Double lon,
    @Nullable Double lat,
    String address,
    Instant created,
    Optional<Instant> closed) {}
