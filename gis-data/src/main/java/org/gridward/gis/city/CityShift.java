package org.gridward.gis.city;

import java.time.Instant;

/**
 * When somebody is planned to be on duty, as {@code import shifts} takes it.
 *
 * @param login of one of {@link City#workers}
 * @param from inclusive
 * @param to exclusive
 */
public record CityShift(String login, Instant from, Instant to) {}
