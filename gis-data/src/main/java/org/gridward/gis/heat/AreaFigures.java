package org.gridward.gis.heat;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the incidents of one area.
 *
 * @param count how many
 * @param open those that are not closed
 * @param acceptMedian seconds until somebody accepted; null when nobody did
 * @param closeMedian seconds until closed; null when none is
 * @param due those whose time limit is decided: done, or late already
 * @param kept those of {@code due} that were done in time
 */
public record AreaFigures(
    long count,
    long open,
    @Nullable Integer acceptMedian,
    @Nullable Integer closeMedian,
    long due,
    long kept) {}
