package org.gridward.gis.city;

import org.locationtech.jts.geom.Polygon;

/**
 * A cell as it is planned.
 *
 * @param ground metres on the plane
 * @param seed number of the community that it was cut from
 * @param households as many as the use of the ground brings
 * @param use what most of it is
 */
record Plot(Polygon ground, int seed, double households, LandUse use) {}
