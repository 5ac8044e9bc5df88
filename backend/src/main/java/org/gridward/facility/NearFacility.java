package org.gridward.facility;

/**
 * A facility and how far it is.
 *
 * @param metres along the WGS 84 ellipsoid in a straight line, whatever stands between
 */
public record NearFacility(Facility facility, double metres) {}
