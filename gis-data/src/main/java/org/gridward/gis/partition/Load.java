package org.gridward.gis.partition;

/**
 * Something to be shared out among cells, at its place.
 *
 * @param lon degrees, EPSG:4326
 * @param lat degrees
 * @param weight more than 0
 */
public record Load(double lon, double lat, double weight) {}
