package org.gridward.gazetteer;

/**
 * What a point is called by.
 *
 * @param place with its distance from the point
 * @param near the point is not at the place, only near it
 */
public record NearbyPlace(Place place, boolean near) {}
