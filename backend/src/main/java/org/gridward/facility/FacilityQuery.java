package org.gridward.facility;

import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Which facilities to list, in the order of their ids.
 *
 * @param area in it or below it
 * @param kind null for every kind
 * @param box EPSG:4326; null for everywhere
 * @param after the id of the last one that is known; 0 to begin
 * @param limit at most so many
 */
public record FacilityQuery(
    AreaPath area, @Nullable String kind, @Nullable Envelope box, long after, int limit) {}
