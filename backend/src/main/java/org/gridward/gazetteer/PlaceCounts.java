package org.gridward.gazetteer;

/** How much the gazetteer knows, by kind. */
public record PlaceCounts(long places, long streets, long addresses, long pois) {}
