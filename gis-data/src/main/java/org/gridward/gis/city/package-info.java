/**
 * A made-up city on an island that is nowhere: ground, areas, streets, buildings, addresses,
 * services, workers and a year of incidents, all from one seed. Nothing here describes a real place
 * or person. Inside the package lengths are metres on a plane around the city's centre, x east and
 * y north; what leaves it is EPSG:4326, longitude first.
 */
@NullMarked
package org.gridward.gis.city;

import org.jspecify.annotations.NullMarked;
