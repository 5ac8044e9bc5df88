package org.gridward.gis.streets;

/**
 * A place on the street next to it.
 *
 * @param edge of the graph this belongs to
 * @param share of the edge's length that lies before it, 0 to 1
 * @param offMetres from the place to the street in a straight line
 */
public record Snap(int edge, double share, double offMetres) {}
