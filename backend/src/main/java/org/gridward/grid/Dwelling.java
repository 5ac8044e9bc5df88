package org.gridward.grid;

/**
 * How many live at a point: a building, an address, or a share of what was counted for a cell.
 *
 * @param lon degrees, EPSG:4326
 * @param lat degrees
 * @param households 0 or more
 * @param people 0 or more
 */
public record Dwelling(double lon, double lat, int households, int people) {}
