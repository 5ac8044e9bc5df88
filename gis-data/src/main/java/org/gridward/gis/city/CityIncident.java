package org.gridward.gis.city;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something made up that somebody has reported.
 *
 * @param id unique
 * @param category code of the default catalogue
 * @param text what the reporter wrote, Chinese and English
 * @param address of the nearest house
 * @param closed null while it is open
 */
public record CityIncident(
    String id,
    String category,
    String text,
    CityAddress address,
    Instant created,
    @Nullable Instant closed) {}
