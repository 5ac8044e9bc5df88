package org.gridward.gis.demo;

import java.time.Duration;

/**
 * Something made up that somebody reports on the made-up day.
 *
 * @param at since midnight, below 24 hours
 * @param category code of the default catalogue
 * @param lon degrees east, EPSG:4326
 * @param lat degrees north, EPSG:4326
 * @param textEn what the reporter writes, in English
 * @param textZh the same in Chinese
 */
public record DemoIncident(
    Duration at, String category, double lon, double lat, String textEn, String textZh) {}
