package org.gridward.gis.city;

/**
 * How many live in a made-up building.
 *
 * @param lon degrees east, EPSG:4326
 * @param lat degrees north
 * @param households 1 or more
 * @param people at least as many
 * @param cell code of the cell it lies in
 */
public record CityHome(double lon, double lat, int households, int people, String cell) {}
